using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>What a user is offered for a finding, the best first.</summary>
public sealed class OfferedFixesTests
{
    [Theory]
    [InlineData(
        "static bool IsPermanent(SmtpStatusCode code) => code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable;",
        "Remove 450 from the permanent codes")]
    [InlineData(
        "static bool IsPermanent(SmtpStatusCode code) => (int)code / 100 is 4 or 5;",
        "Remove 4xx from the permanent codes", "Treat only 5xx as permanent")]
    [InlineData(
        """
        static bool IsTransient(SmtpStatusCode code) =>
            code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.ErrorInProcessing;
        """,
        "Retry all 4xx replies", "Retry 421 and 452 as well")]
    [InlineData(
        "static bool ShouldRetry(SmtpStatusCode code) => code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable;",
        "Retry only 4xx replies", "Remove 550 from the codes to retry")]
    [InlineData(
        "static bool IsTransient(SmtpStatusCode code) => (int)code is 421 or 450 or 452 or 554;",
        "Replace 554 with 451", "Retry only 4xx replies")]
    [InlineData(
        """
        static bool IsPermanent(SmtpStatusCode code) =>
            code is SmtpStatusCode.UserNotLocalWillForward or SmtpStatusCode.MailboxUnavailable;
        """,
        "Replace 251 with 551 (UserNotLocalTryAlternatePath)", "Remove 251 from the permanent codes")]
    [InlineData(
        """
        static Verdict Of(SmtpStatusCode code) => code switch
        {
            SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
            SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable => Verdict.GiveUp,
            _ => Verdict.Other,
        };
        """,
        "Move 450 to the codes to retry", "Remove 450 from the permanent codes")]
    [InlineData("static bool IsPermanent(SmtpStatusCode code) => (int)code >= 400;", "Treat only 5xx as permanent")]
    [InlineData(
        """
        static bool IsTransient(SmtpStatusCode code) =>
            code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.ExceededStorageAllocation or SmtpStatusCode.MailboxUnavailable;
        """,
        "Retry only 4xx replies and 552")]
    [InlineData("static bool IsDelivered(SmtpStatusCode code) => code is SmtpStatusCode.Ok or SmtpStatusCode.MailboxBusy;",
        "Remove 450 from the delivered codes", "Treat only 2xx as delivered")]
    public async Task Best_first(string members, params string[] titles) =>
        Assert.Equal(titles, await FixedProgram.Parse(members, LanguageVersion.CSharp12).OfferedAsync());
}
