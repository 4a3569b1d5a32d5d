using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Tests.Naming;

/// <summary>The names of code that asks whether a mailbox exists.</summary>
public sealed class VerifyWordsTests
{
    [Theory]
    [InlineData("MailboxVerifier", "asking")]
    [InlineData("CheckExists", "asking yes")]
    [InlineData("ProbeAsync", "asking")]
    [InlineData("isValid", "asking yes")]
    [InlineData("Deliverable", "asking yes")]
    [InlineData("Invalid", "no")]
    [InlineData("Undeliverable", "no")]
    [InlineData("NotFound", "no")]
    [InlineData("notfound", "no")]
    [InlineData("UserNotFound", "no")]
    [InlineData("DoesNotExist", "asking yes no")]
    [InlineData("NotExisting", "asking yes no")]
    [InlineData("NoSuchUser", "no")]
    [InlineData("Unknown", "careful undecided")]
    [InlineData("TryVerify", "asking careful")]
    [InlineData("CanSend", "careful")]
    [InlineData("Greylisted", "careful undecided")]
    [InlineData("SendMail", "")]
    public void A_name_says(string name, string says) => Assert.Equal(says, string.Join(' ', new[]
    {
        VerifyWords.IsAsking(name) ? "asking" : "",
        VerifyWords.IsYes(name) ? "yes" : "",
        VerifyWords.IsNo(name) ? "no" : "",
        VerifyWords.IsCareful(name) ? "careful" : "",
        VerifyWords.IsUndecided(name) ? "undecided" : "",
    }.Where(static word => word.Length > 0)));
}
