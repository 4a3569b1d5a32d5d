using MailKit.Net.Smtp;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>MailKit: which reply, given where, ends in which exception. Each fact holds for every code from 200 to 599.</summary>
public sealed class MailKitReplyFacts
{
    [Theory, InlineData(false), InlineData(true)]
    public Task Mail_accepts_250_to_259_and_turns_530_into_ServiceNotAuthenticatedException(bool pipelining) =>
        VerifyAsync(SmtpStep.Mail, pipelining, code => code switch
        {
            >= 250 and < 260 => Clients.Accepted,
            530 => nameof(MailKit.ServiceNotAuthenticatedException),
            _ => $"SmtpCommandException {code} {SmtpErrorCode.SenderNotAccepted}",
        });

    [Theory, InlineData(false), InlineData(true)]
    public Task Rcpt_accepts_every_code_below_300_and_turns_530_into_ServiceNotAuthenticatedException(bool pipelining) =>
        VerifyAsync(SmtpStep.Rcpt, pipelining, code => code switch
        {
            < 300 => Clients.Accepted,
            530 => nameof(MailKit.ServiceNotAuthenticatedException),
            _ => $"SmtpCommandException {code} {SmtpErrorCode.RecipientNotAccepted}",
        });

    [Fact]
    public Task Data_accepts_354_alone_and_throws_530_like_any_other_code() =>
        VerifyAsync(SmtpStep.Data, pipelining: false, code => code == 354 ? Clients.Accepted : Unexpected(code));

    [Fact]
    public Task End_of_data_accepts_250_alone_so_that_251_is_MessageNotAccepted() =>
        VerifyAsync(SmtpStep.EndOfData, pipelining: false, code => code switch
        {
            250 => Clients.Accepted,
            530 => nameof(MailKit.ServiceNotAuthenticatedException),
            _ => $"SmtpCommandException {code} {SmtpErrorCode.MessageNotAccepted}",
        });

    [Fact]
    public Task Greeting_accepts_220_alone() =>
        VerifyAsync(SmtpStep.Greeting, pipelining: false, code => code == 220 ? Clients.Accepted : Unexpected(code));

    [Fact]
    public Task Reply_to_quit_is_ignored_whatever_it_is() => VerifyAsync(SmtpStep.Quit, pipelining: false, _ => Clients.Accepted);

    [Fact]
    public async Task Connection_that_is_closed_instead_of_answering_quit_is_ignored()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Quit).Gives(Reply.Close);
        Assert.Null(await Record.ExceptionAsync(() => Clients.SendWithMailKitAsync(server, "b@x.test")));
        Assert.Single(server.Messages);
    }

    [Theory, InlineData(250), InlineData(450), InlineData(550)]
    public async Task Quit_does_not_hide_what_became_of_the_message(int endOfData)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.EndOfData).Gives(endOfData);
        server.On(SmtpStep.Quit).Gives(421);
        var thrown = await Record.ExceptionAsync(() => Clients.SendWithMailKitAsync(server, "b@x.test"));
        Assert.Equal(endOfData == 250, thrown is null);
        Assert.Equal(endOfData == 250 ? 1 : 0, server.Messages.Count);
    }

    [Fact]
    public async Task Code_without_a_name_arrives_as_its_number()
    {
        await using var server = ScriptedSmtpServer.Start();
        foreach (var code in new[] { 422, 430, 455, 458, 459, 511, 521, 523, 524, 525, 533, 556 })
        {
            server.On(SmtpStep.Rcpt).Gives(code);
            var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => Clients.SendWithMailKitAsync(server, "b@x.test"));
            Assert.Equal(code, (int)ex.StatusCode);
            Assert.False(Enum.IsDefined(ex.StatusCode));
            Assert.Equal($"{code}", ex.StatusCode.ToString());
        }
    }

    private static string Unexpected(int code) => $"SmtpCommandException {code} {SmtpErrorCode.UnexpectedStatusCode}";

    private static async Task VerifyAsync(SmtpStep step, bool pipelining, Func<int, string> expected) =>
        Assert.Equal(Clients.Expected(expected), await Clients.VerdictsAsync(step, server =>
        {
            server.Extensions = pipelining ? ["PIPELINING"] : [];
            Clients.SendWithMailKit(server, "b@x.test");
        }));
}
