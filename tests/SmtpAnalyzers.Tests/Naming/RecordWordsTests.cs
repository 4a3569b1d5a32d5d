using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Tests.Naming;

public sealed class RecordWordsTests
{
    [Theory]
    [InlineData("NextAttemptAt", RecordMember.NextAttempt)]
    [InlineData("NextRetry", RecordMember.NextAttempt)]
    [InlineData("nextSendUtc", RecordMember.NextAttempt)]
    [InlineData("next_try_on", RecordMember.NextAttempt)]
    [InlineData("RetryAfterUtc", RecordMember.NextAttempt)]
    [InlineData("ResendOn", RecordMember.NextAttempt)]
    [InlineData("NextAttemptBy", RecordMember.None)]
    [InlineData("NextRun", RecordMember.None)]
    [InlineData("NextReportAt", RecordMember.None)]
    [InlineData("LastAttemptAt", RecordMember.None)]
    [InlineData("NotBefore", RecordMember.Due)]
    [InlineData("ScheduledFor", RecordMember.Due)]
    [InlineData("AvailableAt", RecordMember.Due)]
    [InlineData("VisibleAfter", RecordMember.Due)]
    [InlineData("DueAmount", RecordMember.None)]
    [InlineData("SentAt", RecordMember.SentTime)]
    [InlineData("DeliveredOnUtc", RecordMember.SentTime)]
    [InlineData("MailSentAt", RecordMember.SentTime)]
    [InlineData("DateSent", RecordMember.SentTime)]
    [InlineData("LastSentAt", RecordMember.None)]
    [InlineData("SentTo", RecordMember.None)]
    [InlineData("RetryCount", RecordMember.Counter)]
    [InlineData("Attempts", RecordMember.Counter)]
    [InlineData("SendTries", RecordMember.Counter)]
    [InlineData("FailureCount", RecordMember.Counter)]
    [InlineData("AttemptNumber", RecordMember.Counter)]
    [InlineData("MaxAttempts", RecordMember.None)]
    [InlineData("RetryLimit", RecordMember.None)]
    [InlineData("ErrorCode", RecordMember.None)]
    [InlineData("Status", RecordMember.Status)]
    [InlineData("DeliveryState", RecordMember.Status)]
    [InlineData("StatusCode", RecordMember.None)]
    public void A_member_is_known_by_its_name(string name, object holds) => Assert.Equal(holds, RecordWords.Read(name));

    [Theory]
    [InlineData("Pending", true)]
    [InlineData("pending-retry", true)]
    [InlineData("waiting for delivery", true)]
    [InlineData("Queued", true)]
    [InlineData("Processing", false)]
    [InlineData("PendingReview", false)]
    [InlineData("Failed", false)]
    [InlineData("", false)]
    public void A_state_that_waits_is_known_by_its_name(string state, bool waits) => Assert.Equal(waits, RecordWords.IsPending(state));
}
