using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SmtpAnalyzers.ScriptedServer;
using NetMail = System.Net.Mail;
using SystemAuthenticationException = System.Security.Authentication.AuthenticationException;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>Which exception comes from which client, and what it holds.</summary>
public sealed class ExceptionFacts
{
    private static readonly Reply Greeted = Reply.Verbatim("220 go on\r\nno TLS here, but enough of it to be read as a record\r\n");

    [Fact]
    public void The_exceptions_of_the_two_libraries_have_no_type_in_common() => Assert.Equal(
        [typeof(Exception), typeof(object)],
        Bases(typeof(SmtpCommandException)).Intersect(Bases(typeof(NetMail.SmtpFailedRecipientsException))));

    [Fact]
    public void MailKits_AuthenticationException_is_not_that_of_NET() =>
        Assert.False(typeof(SystemAuthenticationException).IsAssignableFrom(typeof(AuthenticationException)));

    [Theory, InlineData(SecureSocketOptions.SslOnConnect), InlineData(SecureSocketOptions.StartTls)]
    public async Task A_failed_handshake_is_MailKits_own_exception(SecureSocketOptions security)
    {
        await using var server = WithoutTls();
        using var client = new SmtpClient();
        var ex = await Assert.ThrowsAnyAsync<Exception>(() => client.ConnectAsync(server.Host, server.Port, security));
        Assert.IsType<SslHandshakeException>(ex);
    }

    [Fact]
    public async Task A_failed_handshake_of_System_Net_Mail_has_no_reply_code()
    {
        await using var server = WithoutTls();
        using var client = new NetMail.SmtpClient(server.Host, server.Port) { EnableSsl = true };
        var ex = await Assert.ThrowsAsync<NetMail.SmtpException>(() => client.SendMailAsync(Clients.MailMessage("b@x.test")));
        Assert.Equal(NetMail.SmtpStatusCode.GeneralFailure, ex.StatusCode);
        Assert.IsType<SystemAuthenticationException>(
            await Record.ExceptionAsync(() => Task.Run(() => client.Send(Clients.MailMessage("b@x.test")))));
    }

    [Theory]
    [InlineData(SmtpStep.Mail, SmtpErrorCode.SenderNotAccepted), InlineData(SmtpStep.Rcpt, SmtpErrorCode.RecipientNotAccepted)]
    [InlineData(SmtpStep.EndOfData, SmtpErrorCode.MessageNotAccepted), InlineData(SmtpStep.Data, SmtpErrorCode.UnexpectedStatusCode)]
    public async Task ErrorCode_names_the_step_whatever_the_class_of_the_reply(SmtpStep step, SmtpErrorCode error)
    {
        foreach (var code in new[] { 451, 550 })
        {
            await using var server = ScriptedSmtpServer.Start();
            server.On(step).Gives(code);
            var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => Clients.SendWithMailKitAsync(server, "b@x.test"));
            Assert.Equal((error, code), (ex.ErrorCode, (int)ex.StatusCode));
        }
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task FailedRecipient_has_angle_brackets_and_MailAddress_reads_them(int refused)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(550);
        var recipients = Enumerable.Range(0, refused).Select(index => $"b{index}@x.test").ToList();
        var ex = await Assert.ThrowsAnyAsync<NetMail.SmtpFailedRecipientException>(() => Clients.SendWithSystemNetMailAsync(server,
            recipients));
        var failed = ex is NetMail.SmtpFailedRecipientsException several ? several.InnerExceptions : [ex];
        Assert.Equal(recipients.Select(recipient => $"<{recipient}>"), failed.Select(one => one.FailedRecipient));
        Assert.Equal(recipients, failed.Select(one => new NetMail.MailAddress(one.FailedRecipient!).Address));
    }

    [Fact]
    public void Only_a_code_that_is_passed_to_the_constructor_is_in_a_SmtpException()
    {
        var inner = new NetMail.SmtpException(NetMail.SmtpStatusCode.MailboxBusy);
        Assert.Equal(NetMail.SmtpStatusCode.GeneralFailure, new NetMail.SmtpException().StatusCode);
        Assert.Equal(NetMail.SmtpStatusCode.GeneralFailure, new NetMail.SmtpException("not sent").StatusCode);
        Assert.Equal(NetMail.SmtpStatusCode.GeneralFailure, new NetMail.SmtpException("not sent", inner).StatusCode);
        Assert.Equal(NetMail.SmtpStatusCode.MailboxBusy, new NetMail.SmtpException(inner.StatusCode, "not sent").StatusCode);
    }

    [Fact]
    public async Task A_response_has_its_code_apart_from_its_text()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(new Reply(550, "5.1.1 no such mailbox"));
        using var client = await Clients.ConnectMailKitAsync(server, new KeepingClient());
        await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(Clients.MimeMessage("b@x.test")));
        var response = Assert.Single(client.Responses);
        Assert.Equal((SmtpStatusCode.MailboxUnavailable, "5.1.1 no such mailbox"), (response.StatusCode, response.Response));
    }

    [Theory, InlineData(250), InlineData(251)]
    public async Task Verify_accepts_250_alone(int code)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Vrfy).Gives(new Reply(code, "<b@x.test>"));
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Record.ExceptionAsync(() => client.VerifyAsync("b"));
        Assert.Equal(code == 250 ? null : typeof(SmtpCommandException), ex?.GetType());
    }

    [Fact]
    public async Task A_failed_login_tells_its_code_in_the_text()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.Extensions = ["AUTH PLAIN"];
        server.On(SmtpStep.Auth).Gives(new Reply(454, "4.7.0 later"));
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync("user", "password"));
        Assert.StartsWith("454", ex.Message);
    }

    private static ScriptedSmtpServer WithoutTls()
    {
        var server = ScriptedSmtpServer.Start();
        server.Extensions = ["STARTTLS"];
        server.On(SmtpStep.StartTls).Gives(Greeted);
        return server;
    }

    private static IEnumerable<Type> Bases(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    private sealed class KeepingClient : SmtpClient
    {
        public List<SmtpResponse> Responses { get; } = [];

        protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            Responses.Add(response);
            base.OnRecipientNotAccepted(message, mailbox, response);
        }
    }
}
