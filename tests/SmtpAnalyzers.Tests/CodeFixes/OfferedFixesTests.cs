using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>What a user is offered for a finding, the best first.</summary>
public sealed class OfferedFixesTests
{
    [Theory]
    [InlineData(
        "static bool IsPermanent(SmtpStatusCode code) => code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable;",
        "Take 450 out", "Test for the 5yz class")]
    [InlineData(
        "static bool IsPermanent(SmtpStatusCode code) => (int)code / 100 is 4 or 5;",
        "Take 4yz out", "Test for the 5yz class")]
    [InlineData(
        "static bool IsTransient(SmtpStatusCode code) => code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.ErrorInProcessing;",
        "Test for the 4yz class", "Add 421 and 452")]
    [InlineData(
        "static bool ShouldRetry(SmtpStatusCode code) => code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable;",
        "Test for the 4yz class", "Take 550 out")]
    [InlineData(
        "static bool IsTransient(SmtpStatusCode code) => (int)code is 421 or 450 or 452 or 554;",
        "Replace 554 with 451", "Test for the 4yz class")]
    [InlineData(
        "static bool IsPermanent(SmtpStatusCode code) => code is SmtpStatusCode.UserNotLocalWillForward or SmtpStatusCode.MailboxUnavailable;",
        "Replace 251 with 551 (UserNotLocalTryAlternatePath)", "Take 251 out", "Test for the 5yz class")]
    [InlineData(
        """
        static Verdict Of(SmtpStatusCode code) => code switch
        {
            SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
            SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable => Verdict.GiveUp,
            _ => Verdict.Other,
        };
        """,
        "Move 450 to the codes to retry", "Take 450 out", "Test for the 5yz class")]
    [InlineData("static bool IsPermanent(SmtpStatusCode code) => (int)code >= 400;", "Test for the 5yz class")]
    public async Task Best_first(string members, params string[] titles) =>
        Assert.Equal(titles, await FixedProgram.Parse(members, LanguageVersion.CSharp12).OfferedAsync());
}
