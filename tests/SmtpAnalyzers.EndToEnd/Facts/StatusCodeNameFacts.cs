using MailKitCode = MailKit.Net.Smtp.SmtpStatusCode;
using NetMailCode = System.Net.Mail.SmtpStatusCode;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>The names of the two enums, where they mislead.</summary>
public sealed class StatusCodeNameFacts
{
    [Fact]
    public void MailKit_names_31_codes() => Assert.Equal(
        [211, 214, 220, 221, 235, 250, 251, 252, 334, 354, 421, 432, 450, 451, 452, 454,
            500, 501, 502, 503, 504, 530, 534, 535, 538, 550, 551, 552, 553, 554, 555],
        Enum.GetValues<MailKitCode>().Select(code => (int)code).Order());

    [Fact]
    public void System_Net_Mail_names_25_codes_one_of_them_no_reply() => Assert.Equal(
        [-1, 211, 214, 220, 221, 250, 251, 252, 354, 421, 450, 451, 452, 454, 500, 501, 502, 503, 504, 530, 550, 551, 552, 553, 554],
        Enum.GetValues<NetMailCode>().Select(code => (int)code).Order());

    [Theory]
    [InlineData(221, "ServiceClosingTransmissionChannel", "ServiceClosingTransmissionChannel")]
    [InlineData(421, "ServiceNotAvailable", "ServiceNotAvailable")]
    [InlineData(450, "MailboxBusy", "MailboxBusy")]
    [InlineData(451, "ErrorInProcessing", "LocalErrorInProcessing")]
    [InlineData(454, "TemporaryAuthenticationFailure", "ClientNotPermitted")]
    [InlineData(530, "AuthenticationRequired", "MustIssueStartTlsFirst")]
    [InlineData(550, "MailboxUnavailable", "MailboxUnavailable")]
    [InlineData(554, "TransactionFailed", "TransactionFailed")]
    public void Names_that_are_confused(int code, string mailKit, string systemNetMail)
    {
        Assert.Equal(mailKit, ((MailKitCode)code).ToString());
        Assert.Equal(systemNetMail, ((NetMailCode)code).ToString());
    }
}
