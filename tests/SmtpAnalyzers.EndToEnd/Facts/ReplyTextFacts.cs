using MailKit.Net.Smtp;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>Why the number decides and not the text: the clients hand the text over without the code, and not all of it.</summary>
public sealed class ReplyTextFacts
{
    private static readonly Reply Refusal = new(550, "5.1.1 no such mailbox", "see example.test");

    [Fact]
    public async Task MailKit_gives_every_line_without_the_code()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(Refusal);
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => Clients.SendWithMailKitAsync(server, "b@x.test"));
        Assert.Equal("5.1.1 no such mailbox\nsee example.test", ex.Message);
    }

    [Fact]
    public async Task System_Net_Mail_gives_the_first_line_after_a_sentence_of_its_own()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(Refusal);
        var ex = await Assert.ThrowsAsync<System.Net.Mail.SmtpFailedRecipientException>(
            () => Clients.SendWithSystemNetMailAsync(server, "b@x.test"));
        Assert.Equal("Mailbox unavailable. The server response was: 5.1.1 no such mailbox", ex.Message);
    }

    [Theory, InlineData("550-one\r\n551 other\r\n"), InlineData("no reply\r\n"), InlineData("42 short\r\n")]
    public async Task MailKit_throws_SmtpProtocolException_for_what_is_no_reply(string wire)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(Reply.Verbatim(wire));
        await Assert.ThrowsAsync<SmtpProtocolException>(() => Clients.SendWithMailKitAsync(server, "b@x.test"));
    }

    [Theory, InlineData(251), InlineData(252)]
    public async Task MailKit_throws_the_ordinary_answers_to_vrfy(int code)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Vrfy).Gives(code);
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => client.VerifyAsync("b"));
        Assert.Equal(code, (int)ex.StatusCode);
    }
}
