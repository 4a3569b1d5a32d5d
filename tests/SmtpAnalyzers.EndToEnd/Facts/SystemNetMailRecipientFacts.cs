using System.Net.Mail;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>System.Net.Mail: several recipients, and the sample that everybody copies.</summary>
public sealed class SystemNetMailRecipientFacts
{
    [Theory, InlineData(450), InlineData(550)]
    public async Task One_refused_recipient_of_several_does_not_stop_the_others(int code)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(code);
        var ex = await Assert.ThrowsAsync<SmtpFailedRecipientException>(
            () => Clients.SendWithSystemNetMailAsync(server, "b@x.test", "c@x.test"));
        Assert.Equal(code, (int)ex.StatusCode);
        Assert.Equal("<c@x.test>", ex.FailedRecipient);
        Assert.Equal(["b@x.test"], Assert.Single(server.Messages).Recipients);
    }

    [Theory, InlineData(421), InlineData(451), InlineData(454), InlineData(554)]
    public async Task Code_that_does_not_mark_the_recipient_aborts_the_message_for_everybody(int code)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(code);
        var ex = await Assert.ThrowsAsync<SmtpException>(
            () => Clients.SendWithSystemNetMailAsync(server, "b@x.test", "c@x.test", "d@x.test"));
        Assert.Equal(code, (int)ex.StatusCode);
        Assert.Empty(server.Messages);
        Assert.Empty(server.RepliesTo("d@x.test"));
    }

    [Fact]
    public async Task Several_refused_recipients_give_GeneralFailure_around_the_real_codes_and_the_rest_get_the_mail()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(450);
        server.OnRecipient("d@x.test").Gives(550);
        var ex = await Assert.ThrowsAsync<SmtpFailedRecipientsException>(
            () => Clients.SendWithSystemNetMailAsync(server, "b@x.test", "c@x.test", "d@x.test"));
        Assert.Equal(SmtpStatusCode.GeneralFailure, ex.StatusCode);
        Assert.Equal([SmtpStatusCode.MailboxBusy, SmtpStatusCode.MailboxUnavailable], ex.InnerExceptions.Select(inner => inner.StatusCode));
        Assert.Equal(["b@x.test"], Assert.Single(server.Messages).Recipients);
    }

    [Fact]
    public async Task All_recipients_refused_give_GeneralFailure_around_the_real_codes_and_no_message()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(550);
        var ex = await Assert.ThrowsAsync<SmtpFailedRecipientsException>(
            () => Clients.SendWithSystemNetMailAsync(server, "b@x.test", "c@x.test"));
        Assert.Equal(SmtpStatusCode.GeneralFailure, ex.StatusCode);
        Assert.All(ex.InnerExceptions, inner => Assert.Equal(SmtpStatusCode.MailboxUnavailable, inner.StatusCode));
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task Failed_end_of_data_hides_the_refused_recipient()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(550);
        server.On(SmtpStep.EndOfData).Gives(451);
        var ex = await Assert.ThrowsAsync<SmtpException>(() => Clients.SendWithSystemNetMailAsync(server, "b@x.test", "c@x.test"));
        Assert.Equal(SmtpStatusCode.LocalErrorInProcessing, ex.StatusCode);
    }

    [Fact]
    public async Task Duplicate_recipients_are_sent_twice_by_System_Net_Mail_and_once_by_MailKit()
    {
        await using var server = ScriptedSmtpServer.Start();
        await Clients.SendWithSystemNetMailAsync(server, "b@x.test", "b@x.test");
        await Clients.SendWithMailKitAsync(server, "b@x.test", "b@x.test");
        Assert.Equal([2, 1], server.Messages.Select(message => message.Recipients.Count));
    }

    [Fact]
    public async Task Client_reconnects_by_itself_after_a_refusal()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(new Reply(421).ThenClose(), 250);
        using var client = new SmtpClient(server.Host, server.Port);
        await Assert.ThrowsAsync<SmtpException>(() => client.SendMailAsync(Clients.MailMessage("b@x.test")));
        await client.SendMailAsync(Clients.MailMessage("b@x.test"));
        Assert.Equal(2, server.Sessions.Count);
        Assert.Single(server.Messages);
    }
}
