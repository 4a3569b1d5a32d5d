using System.Text;
using MimeKit;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>What MimeKit makes of a delivery report (RFC 3464).</summary>
public sealed class DeliveryReportFacts
{
    // A server tells the sender that it still tries for one recipient, and that another one has failed.
    private const string Report = """
        From: MAILER-DAEMON@mx.example.com
        To: shop@example.com
        Subject: Warning: could not send message for past 4 hours
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain

        The message is still in the queue.
        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.com
        Arrival-Date: Thu, 26 Nov 2026 08:00:00 +0000

        Final-Recipient: rfc822; slow@example.org
        Action: delayed
        Status: 4.4.1
        Will-Retry-Until: Tue, 1 Dec 2026 08:00:00 +0000

        Final-Recipient: rfc822; gone@example.net
        ACTION: Failed
        Status: 5.1.1 (no such mailbox)
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --b1--
        """;

    private static HeaderListCollection Groups()
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(Report.ReplaceLineEndings("\r\n")));
        var message = MimeMessage.Load(stream);
        return Assert.IsType<MultipartReport>(message.Body).OfType<MessageDeliveryStatus>().Single().StatusGroups;
    }

    [Fact]
    public void The_first_group_is_about_the_report_and_the_others_about_one_recipient_each() =>
        Assert.Equal(
            [null, "rfc822; slow@example.org", "rfc822; gone@example.net"],
            Groups().Select(static group => group["Final-Recipient"]));

    [Fact]
    public void A_recipient_whose_message_is_only_delayed_has_a_group_like_one_that_failed() =>
        Assert.Equal([null, "delayed", "Failed"], Groups().Select(static group => group["Action"]));

    [Fact]
    public void Status_begins_with_the_class_and_may_end_in_a_comment() =>
        Assert.Equal([null, "4.4.1", "5.1.1 (no such mailbox)"], Groups().Select(static group => group["Status"]));

    [Fact]
    public void Without_a_look_at_the_action_both_recipients_are_suppressed_and_with_it_only_the_one_that_is_gone()
    {
        var everybody = Groups().Select(static group => group["Final-Recipient"]).OfType<string>();
        var failed = Groups().Where(static group => string.Equals(group["Action"], "failed", StringComparison.OrdinalIgnoreCase))
            .Select(static group => group["Final-Recipient"]);
        Assert.Equal(["rfc822; slow@example.org", "rfc822; gone@example.net"], everybody);
        Assert.Equal(["rfc822; gone@example.net"], failed);
    }
}
