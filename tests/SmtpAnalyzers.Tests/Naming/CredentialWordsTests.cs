using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Tests.Naming;

/// <summary>The names and texts that call the credentials of a login wrong.</summary>
public sealed class CredentialWordsTests
{
    [Theory]
    [InlineData("InvalidCredentials", true)]
    [InlineData("wrong password", true)]
    [InlineData("PromptForPassword", true)]
    [InlineData("CredentialsNotAccepted", true)]
    [InlineData("username rejected", true)]
    [InlineData("bad user name", true)]
    [InlineData("user name refused", true)]
    [InlineData("CredentialsAccepted", false)]
    [InlineData("PasswordNotNeeded", false)]
    [InlineData("CredentialsMissing", false)]
    [InlineData("not accepted", false)]
    [InlineData("invalid name", false)]
    [InlineData("wrong user", false)]
    [InlineData("name of an invalid user", false)]
    [InlineData("wrong user or name", false)]
    [InlineData("wrong account name", false)]
    public void Words_blame_the_credentials(string text, bool blame) =>
        Assert.Equal(blame, CredentialWords.AreBlame(WordSplitter.OfName(text.Replace(" ", "_"))));

    [Theory]
    [InlineData("VerifyCredentials", true)]
    [InlineData("IsCredentialValid", true)]
    [InlineData("TestPassword", true)]
    [InlineData("TestConnection", false)]
    public void A_method_asks_whether_they_are_right(string method, bool asks) => Assert.Equal(asks, CredentialWords.IsAsked(method));
}
