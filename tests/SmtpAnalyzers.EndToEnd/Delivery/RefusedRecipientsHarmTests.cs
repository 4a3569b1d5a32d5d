using System.Net.Mail;
using SmtpAnalyzers.EndToEnd.Facts;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Delivery;

/// <summary>What SMTP2004 costs, and that the fixed programs send to the refused recipients: to each once, and to nobody else.</summary>
public sealed class RefusedRecipientsHarmTests
{
    private static readonly string[] Mailboxes = ["b@x.test", "c@x.test", "d@x.test", "e@x.test"];

    [Theory]
    [InlineData(false, 3, 3, 2, 2)]
    [InlineData(true, 1, 1, 1, 1)]
    public async Task Copies_where_two_of_four_are_greylisted(bool right, params int[] copies)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("d@x.test").Gives(450, 250);
        server.OnRecipient("e@x.test").Gives(450, 250);
        Assert.Null(await SendAsync(server, right, Mailboxes));
        Assert.Equal(copies, CopiesOf(server, Mailboxes));
    }

    // Thrown as another exception than several are; the wrong program lets it escape.
    [Theory, InlineData(false, 0), InlineData(true, 1)]
    public async Task Copies_of_the_only_recipient_that_is_greylisted(bool right, int copies)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(450, 250);
        Assert.Equal(right, await SendAsync(server, right, "b@x.test", "c@x.test") is null);
        Assert.Equal([1, copies], CopiesOf(server, "b@x.test", "c@x.test"));
    }

    [Fact]
    public async Task A_recipient_refused_with_550_gets_no_second_try()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(550);
        server.OnRecipient("d@x.test").Gives(452, 250);
        Assert.Null(await SendAsync(server, true, Mailboxes));
        Assert.Equal([550], server.RepliesTo("c@x.test"));
        Assert.Equal([1, 0, 1, 1], CopiesOf(server, Mailboxes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_refused_again_does_not_keep_the_message_from_the_next_and_is_reported(bool right)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("d@x.test").Gives(450, 450, 250);
        server.OnRecipient("e@x.test").Gives(450, 250);
        var thrown = Assert.IsType<SmtpFailedRecipientException>(await SendAsync(server, right, Mailboxes));
        Assert.Equal("<d@x.test>", thrown.FailedRecipient);
        Assert.Equal(SmtpStatusCode.MailboxBusy, thrown.StatusCode);
        Assert.Equal(right ? [1, 1, 0, 1] : [2, 2, 0, 1], CopiesOf(server, Mailboxes));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Several_that_are_refused_again_are_all_reported(bool right)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("d@x.test").Gives(450);
        server.OnRecipient("e@x.test").Gives(452);
        var thrown = Assert.IsType<SmtpFailedRecipientsException>(await SendAsync(server, right, Mailboxes));
        Assert.Equal(["<d@x.test>", "<e@x.test>"], thrown.InnerExceptions.Select(inner => inner.FailedRecipient));
    }

    [Fact]
    public async Task The_caller_s_message_has_its_recipients_afterwards()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(450, 250);
        server.OnRecipient("d@x.test").Gives(450);
        await Task.Run(() =>
        {
            using var client = new SmtpClient(server.Host, server.Port);
            using var message = Clients.MailMessage("b@x.test", "c@x.test");
            message.CC.Add(new MailAddress("d@x.test", "Dora"));
            message.Bcc.Add("e@x.test");
            Assert.Throws<SmtpFailedRecipientException>(() => Right.RefusedRecipients.Send(client, message));
            Assert.Equal("b@x.test, c@x.test", message.To.ToString());
            Assert.Equal("\"Dora\" <d@x.test>", message.CC.ToString());
            Assert.Equal("e@x.test", message.Bcc.ToString());
        }, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(false, 2, 2, 1, 1)]
    [InlineData(true, 1, 1, 1, 1)]
    public async Task Copies_of_a_newsletter_that_is_sent_again_blindly(bool right, params int[] copies)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("d@x.test").Gives(450, 250);
        server.OnRecipient("e@x.test").Gives(450, 250);
        await SendBlindlyAsync(server, right);
        Assert.Equal(copies, CopiesOf(server, Mailboxes));
    }

    [Fact]
    public async Task Nobody_sees_who_else_was_refused()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("d@x.test").Gives(450, 250);
        server.OnRecipient("e@x.test").Gives(450, 250);
        await SendBlindlyAsync(server, right: true);
        Assert.All(server.Messages, message => Assert.All(
            Mailboxes.Except(message.Recipients),
            other => Assert.DoesNotContain(other, message.Content)));
        Assert.Equal(3, server.Messages.Count);
    }

    // System.Net.Mail blocks.
    private static Task<Exception?> SendAsync(ScriptedSmtpServer server, bool right, params string[] to) => Task.Run(() =>
    {
        using var client = new SmtpClient(server.Host, server.Port);
        using var message = Clients.MailMessage(to);
        return Record.Exception(() =>
        {
            if (right)
                Right.RefusedRecipients.Send(client, message);
            else
                Wrong.RefusedRecipients.Send(client, message);
        });
    });

    private static async Task SendBlindlyAsync(ScriptedSmtpServer server, bool right)
    {
        using var client = new SmtpClient(server.Host, server.Port);
        var pause = TimeSpan.FromMilliseconds(1);
        await (right
            ? Right.BlindResend.SendAsync(client, Mailboxes, pause)
            : Wrong.BlindResend.SendAsync(client, Mailboxes, pause));
    }

    private static IEnumerable<int> CopiesOf(ScriptedSmtpServer server, params string[] mailboxes) =>
        mailboxes.Select(mailbox => server.Messages.Count(message => message.Recipients.Contains(mailbox)));
}
