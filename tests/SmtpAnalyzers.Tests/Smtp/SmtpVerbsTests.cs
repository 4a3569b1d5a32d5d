using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Tests.Smtp;

/// <summary>Which command a text or a name is.</summary>
public sealed class SmtpVerbsTests
{
    [Theory]
    [InlineData("RCPT TO:<", "RCPT")]
    [InlineData("mail from:<", "MAIL")]
    [InlineData("AUTH LOGIN", "AUTH")]
    [InlineData("EHLO ", "EHLO")]
    [InlineData("HELO me", "HELO")]
    [InlineData("VRFY user", "VRFY")]
    [InlineData("EXPN list", "EXPN")]
    [InlineData("QUIT\r\n", "QUIT")]
    [InlineData("data", "DATA")]
    [InlineData(" RSET", "RSET")]
    [InlineData("NOOP", "NOOP")]
    [InlineData("STARTTLS", "STARTTLS")]
    [InlineData("QUIT now", null)]
    [InlineData("to RCPT TO:<", null)]
    [InlineData("RCPT", null)]
    [InlineData("", null)]
    public void A_text_is_the_command(string text, string? verb) => Assert.Equal(verb, SmtpVerbs.Of(text));

    [Theory]
    [InlineData("send rcpt", "RCPT")]
    [InlineData("quit command", "QUIT")]
    [InlineData("vrfy", "VRFY")]
    [InlineData("send data", null)]
    [InlineData("", null)]
    public void A_name_speaks_of(string words, string? verb) => Assert.Equal(verb, SmtpVerbs.Among(words.Split(' ')));
}
