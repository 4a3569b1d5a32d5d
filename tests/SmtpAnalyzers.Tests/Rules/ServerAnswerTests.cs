using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Symbols;
using SmtpServer.Protocol;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>
/// What a relay answers is what becomes of the mail: 4yz is sent again, 5yz is given up, 2yz is delivered (SMTP1001 to SMTP1004).
/// </summary>
public sealed class ServerAnswerTests
{
    public static readonly Cases Wrong = new()
    {
        { "a handler of every refusal answers 554", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch {|SMTP1001:(MailKit.Net.Smtp.SmtpCommandException)|} { return SmtpResponse.TransactionFailed; }
            """ },
        { "450 becomes 550, by name", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpCommandException ex)
                when (ex.StatusCode is {|SMTP1001:MailKit.Net.Smtp.SmtpStatusCode.MailboxBusy|}
                or MailKit.Net.Smtp.SmtpStatusCode.MailboxUnavailable) {
                return SmtpResponse.MailboxUnavailable;
            }
            """ },
        { "4yz becomes 554, by a bound", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                return (int)ex.StatusCode >= {|SMTP1001:400|} ? new SmtpResponse(SmtpReplyCode.TransactionFailed,
                    "refused") : SmtpResponse.Ok;
            }
            """ },
        { "550 becomes 451", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1002:MailKit.Net.Smtp.SmtpStatusCode.MailboxUnavailable|})
                    return new SmtpResponse(SmtpReplyCode.Aborted, "later");
                throw;
            }
            """ },
        { "the classes are exchanged", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:MailKit.Net.Smtp.SmtpStatusCode.MailboxBusy|})
                    return SmtpResponse.TransactionFailed;
                if (ex.StatusCode == {|SMTP1002:MailKit.Net.Smtp.SmtpStatusCode.MailboxUnavailable|})
                    return new SmtpResponse(SmtpReplyCode.Aborted);
                throw;
            }
            """ },
        { "every refusal becomes 250", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch {|SMTP1004:(MailKit.Net.Smtp.SmtpCommandException ex)|} { log.Error(ex); return SmtpResponse.Ok; }
            """ },
        { "550 becomes 250", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpCommandException ex)
                when (ex.StatusCode == {|SMTP1004:MailKit.Net.Smtp.SmtpStatusCode.MailboxUnavailable|}) {
                return new SmtpResponse(SmtpReplyCode.Ok, "queued");
            }
            """ },
        { "in the exception that chooses the reply", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch {|SMTP1001:(MailKit.Net.Smtp.SmtpCommandException)|}
            { throw new SmtpResponseException(SmtpResponse.TransactionFailed); }
            """ },
        { "with System.Net.Mail", """
            try {
                await new System.Net.Mail.SmtpClient().SendMailAsync(new System.Net.Mail.MailMessage());
                return SmtpResponse.Ok;
            }
            catch (System.Net.Mail.SmtpException ex)
                when (ex.StatusCode == {|SMTP1001:System.Net.Mail.SmtpStatusCode.MailboxBusy|}) {
                return SmtpResponse.MailboxUnavailable;
            }
            """ },
    };

    public static readonly Cases Right = new()
    {
        { "the class is handed on", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                return (int)ex.StatusCode < 500 ? new SmtpResponse(SmtpReplyCode.Aborted)
                    : SmtpResponse.TransactionFailed;
            }
            """ },
        { "the code is handed on", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                return new SmtpResponse((SmtpReplyCode)(int)ex.StatusCode, ex.Message);
            }
            """ },
        { "451 for 4yz, the rest as it is", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) {
                return new SmtpResponse(SmtpReplyCode.Aborted, ex.Message);
            }
            catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                return new SmtpResponse(SmtpReplyCode.TransactionFailed, ex.Message);
            }
            """ },
        { "421 for a connection that is lost", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpProtocolException) {
                return new SmtpResponse(SmtpReplyCode.ServiceUnavailable);
            }
            """ },
        { "kept, and accepted", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                log.Error(ex); await spool.WriteAsync(message); return SmtpResponse.Ok;
            }
            """ },
        { "only the name of a response is compared", """
            var response = SmtpResponse.Ok;
            try { await client.SendAsync(message); }
            catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                response = new SmtpResponse((SmtpReplyCode)(int)ex.StatusCode, ex.Message);
            }
            if (response == SmtpResponse.TransactionFailed) log.Info("refused"); return response;
            """ },
    };

    public static readonly Cases WrongByHand = new()
    {
        { "450 becomes 554 on the wire", """
            async Task Relay(MailKit.Net.Smtp.SmtpClient client, MimeKit.MimeMessage message) {
                try { await client.SendAsync(message); await writer.WriteLineAsync("250 OK"); }
                catch (MailKit.Net.Smtp.SmtpCommandException ex)
                    when (ex.StatusCode == {|SMTP1001:MailKit.Net.Smtp.SmtpStatusCode.MailboxBusy|}) {
                    await writer.WriteLineAsync("554 Transaction failed");
                }
            }
            """ },
        { "in bytes", """
            void Relay(MailKit.Net.Smtp.SmtpClient client, MimeKit.MimeMessage message) {
                try { client.Send(message); }
                catch {|SMTP1001:(MailKit.Net.Smtp.SmtpCommandException)|}
                { stream.Write(Encoding.ASCII.GetBytes("554 Transaction failed\r\n")); }
            }
            """ },
        { "by a method that replies", """
            void Reply(string line) => writer.WriteLine(line);
            void Relay(MailKit.Net.Smtp.SmtpClient client, MimeKit.MimeMessage message) {
                try { client.Send(message); Reply("250 OK"); }
                catch {|SMTP1001:(MailKit.Net.Smtp.SmtpCommandException ex)|} { Reply($"554 {ex.Message}"); }
            }
            """ },
    };

    public static readonly Cases RightByHand = new()
    {
        { "the code is handed on", """
            void Relay(MailKit.Net.Smtp.SmtpClient client, MimeKit.MimeMessage message) {
                try { client.Send(message); }
                catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                    writer.WriteLine($"{(int)ex.StatusCode} {ex.Message}");
                }
            }
            """ },
        { "the console is no client", """
            void Relay(MailKit.Net.Smtp.SmtpClient client, MimeKit.MimeMessage message) {
                try { client.Send(message); }
                catch (MailKit.Net.Smtp.SmtpCommandException ex) { Console.WriteLine("554 refused"); throw; }
            }
            """ },
        { "another text with digits", """
            void Relay(MailKit.Net.Smtp.SmtpClient client, MimeKit.MimeMessage message) {
                try { client.Send(message); }
                catch (MailKit.Net.Smtp.SmtpCommandException) { writer.WriteLine("5540 bytes"); }
            }
            """ },
    };

    [Theory, MemberData(nameof(Wrong))]
    public Task Reported(string body) => ServerVerifier.File(ServerVerifier.InStore(body), without: "SMTP4002");

    [Theory, MemberData(nameof(Right))]
    public Task Not_reported(string body) => ServerVerifier.File(ServerVerifier.InStore(body), without: "SMTP4002");

    [Theory, MemberData(nameof(WrongByHand))]
    public Task Reported_by_hand(string member) => ServerVerifier.File(ServerVerifier.ByHand(member));

    [Theory, MemberData(nameof(RightByHand))]
    public Task Not_reported_by_hand(string member) => ServerVerifier.File(ServerVerifier.ByHand(member));

    [Fact]
    public void Ready_responses_have_the_codes_of_the_package()
    {
        var compilation = CSharpCompilation.Create("Program", references: References.OfThisProcess);
        var type = compilation.GetTypeByMetadataName(typeof(SmtpResponse).FullName!)!;
        foreach (var field in typeof(SmtpResponse).GetFields().Where(field => field.IsStatic))
        {
            var code = (int)((SmtpResponse)field.GetValue(null)!).ReplyCode;
            Assert.Equal(code, MailSymbols.Of(compilation)!.Servers.ReadyCode(type.GetMembers(field.Name).Single()));
        }
    }
}
