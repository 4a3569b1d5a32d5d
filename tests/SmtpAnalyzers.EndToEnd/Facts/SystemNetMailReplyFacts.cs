using System.Net.Mail;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>System.Net.Mail: which reply, given where, ends in which exception. Each fact holds for every code from 200 to 599.</summary>
public sealed class SystemNetMailReplyFacts
{
    [Fact]
    public Task Mail_accepts_250_alone() => VerifyAsync(SmtpStep.Mail, code => code == 250 ? Clients.Accepted : Thrown(code));

    [Fact]
    public Task Rcpt_accepts_250_and_251_and_marks_the_recipient_for_six_codes_only() => VerifyAsync(SmtpStep.Rcpt, code => code switch
    {
        250 or 251 => Clients.Accepted,
        450 or 452 or 550 or 551 or 552 or 553 => $"{nameof(SmtpFailedRecipientException)} {code}",
        _ => Thrown(code),
    });

    [Fact]
    public Task Data_accepts_354_alone() => VerifyAsync(SmtpStep.Data, code => code == 354 ? Clients.Accepted : Thrown(code));

    [Fact]
    public Task End_of_data_accepts_250_alone() => VerifyAsync(SmtpStep.EndOfData, code => code == 250 ? Clients.Accepted : Thrown(code));

    [Fact]
    public Task Reply_to_quit_is_ignored_whatever_it_is() => VerifyAsync(SmtpStep.Quit, _ => Clients.Accepted);

    [Theory]
    [InlineData(SmtpStep.Mail), InlineData(SmtpStep.Rcpt), InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.EndOfData), InlineData(SmtpStep.Quit)]
    public async Task No_code_from_200_to_399_is_ever_in_a_SmtpException(SmtpStep step)
    {
        var verdicts = await Clients.VerdictsAsync(step, server => Clients.SendWithSystemNetMail(server, "b@x.test"));
        Assert.DoesNotContain(verdicts, verdict => verdict.Split(' ') is [_, _, ['2' or '3', ..]]);
    }

    [Theory, InlineData(432), InlineData(455), InlineData(521), InlineData(535), InlineData(556)]
    public async Task Code_without_a_name_arrives_as_its_number_and_calls_itself_unrecognized(int code)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Mail).Gives(code);
        var ex = await Assert.ThrowsAsync<SmtpException>(() => Clients.SendWithSystemNetMailAsync(server, "b@x.test"));
        Assert.Equal(code, (int)ex.StatusCode);
        Assert.False(Enum.IsDefined(ex.StatusCode));
        Assert.StartsWith("Syntax error, command unrecognized.", ex.Message);
    }

    [Fact]
    public async Task Synchronous_send_throws_what_the_asynchronous_one_does()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(450, 451);
        using var client = new SmtpClient(server.Host, server.Port);
        using var message = Clients.MailMessage("b@x.test");
        Assert.Equal(SmtpStatusCode.MailboxBusy, Assert.Throws<SmtpFailedRecipientException>(() => client.Send(message)).StatusCode);
        Assert.Equal(SmtpStatusCode.LocalErrorInProcessing, Assert.Throws<SmtpException>(() => client.Send(message)).StatusCode);
    }

    private static string Thrown(int code) => $"{nameof(SmtpException)} {(code < 400 ? (int)SmtpStatusCode.GeneralFailure : code)}";

    private static async Task VerifyAsync(SmtpStep step, Func<int, string> expected) => Assert.Equal(
        Clients.Expected(expected),
        await Clients.VerdictsAsync(step, server => Clients.SendWithSystemNetMail(server, "b@x.test")));
}
