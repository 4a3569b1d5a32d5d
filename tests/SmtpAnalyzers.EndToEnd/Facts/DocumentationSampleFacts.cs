using System.Net.Mail;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>
/// What the much copied sample for SmtpFailedRecipientsException does: it sends to everybody again, once for each refused recipient.
/// </summary>
public sealed class DocumentationSampleFacts
{
    [Fact]
    public async Task Two_refused_mailboxes_are_tried_again_though_550_is_permanent_and_the_third_recipient_gets_two_copies()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(550);
        server.OnRecipient("d@x.test").Gives(550);

        // The second send throws out of the handler, so the second refused recipient is never looked at.
        await Assert.ThrowsAsync<SmtpFailedRecipientsException>(() => SampleAsync(server, "b@x.test", "c@x.test", "d@x.test"));
        Assert.Equal([550, 550], server.RepliesTo("c@x.test"));
        Assert.Equal([550, 550], server.RepliesTo("d@x.test"));
        Assert.Equal(2, server.Messages.Count(message => message.Recipients.Contains("b@x.test")));
    }

    [Fact]
    public async Task Two_greylisted_recipients_bring_the_third_three_copies()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(450, 250);
        server.OnRecipient("d@x.test").Gives(450, 250);
        await SampleAsync(server, "b@x.test", "c@x.test", "d@x.test");
        Assert.Equal([3, 2, 2], new[] { "b@x.test", "c@x.test", "d@x.test" }.Select(Copies));

        int Copies(string mailbox) => server.Messages.Count(message => message.Recipients.Contains(mailbox));
    }

    [Fact]
    public async Task One_refused_recipient_never_reaches_the_sample()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(450, 250);
        await Assert.ThrowsAsync<SmtpFailedRecipientException>(() => SampleAsync(server, "b@x.test", "c@x.test"));
        Assert.Equal([450], server.RepliesTo("c@x.test"));
    }

    [Fact]
    public async Task Greylisting_with_451_never_reaches_the_sample()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(451, 250);
        await Assert.ThrowsAsync<SmtpException>(() => SampleAsync(server, "b@x.test", "c@x.test"));
        Assert.Equal(1, server.Count(SmtpStep.Rcpt));
    }

    // Its five seconds of waiting are left out: nothing here depends on them.
    private static async Task SampleAsync(ScriptedSmtpServer server, params string[] recipients)
    {
        using var client = new SmtpClient(server.Host, server.Port);
        using var message = Clients.MailMessage(recipients);
        try
        {
            await client.SendMailAsync(message);
        }
        catch (SmtpFailedRecipientsException ex)
        {
            for (var i = 0; i < ex.InnerExceptions.Length; i++)
            {
                var status = ex.InnerExceptions[i].StatusCode;
                if (status == SmtpStatusCode.MailboxBusy || status == SmtpStatusCode.MailboxUnavailable)
                    await client.SendMailAsync(message);
            }
        }
    }
}
