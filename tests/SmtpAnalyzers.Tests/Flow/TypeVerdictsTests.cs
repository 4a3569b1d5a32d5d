namespace SmtpAnalyzers.Tests.Flow;

/// <summary>Which type a predicate asks for that asks for nothing but types.</summary>
public sealed class TypeVerdictsTests
{
    [Theory]
    [InlineData("Give(y is SmtpCommandException);", "SmtpCommandException")]
    [InlineData("Give(y is SmtpCommandException or TimeoutException);", "SmtpCommandException")]
    [InlineData("Give(!(y is SmtpCommandException));", "!(y is SmtpCommandException)")]
    [InlineData("Give(y is not SmtpCommandException);", "SmtpCommandException")]
    [InlineData("Give(y is not null and SmtpCommandException);", "SmtpCommandException")]
    [InlineData("Give(y != null && y is SmtpCommandException);", "SmtpCommandException")]
    [InlineData("if (y is SmtpCommandException) Give(true);", "SmtpCommandException")]
    [InlineData("if (y is SmtpCommandException refused) Try(); Give(y is SmtpCommandException);", "SmtpCommandException")]
    [InlineData("Give(y is SmtpCommandException and _);", "SmtpCommandException")]
    [InlineData("if (y is not { }) Try(); Give(y is SmtpCommandException);", "SmtpCommandException")]
    [InlineData("if (y is { Message: null }) Try(); Give(y is SmtpCommandException);", "nothing")]
    [InlineData("if (y is not { Message: null }) Try(); Give(y is SmtpCommandException);", "nothing")]
    [InlineData("if (y is { Message: null } or TimeoutException) Try(); Give(y is SmtpCommandException);", "nothing")]
    [InlineData("if (y is TimeoutException or { Message: null }) Try(); Give(y is SmtpCommandException);", "nothing")]
    [InlineData("if (y.InnerException == null) Try(); Give(y is SmtpCommandException);", "nothing")]
    [InlineData("Looks(y.InnerException ?? x); Give(y is SmtpCommandException);", "nothing")]
    [InlineData("Looks(y ?? x); Give(y is SmtpCommandException);", "SmtpCommandException")]
    [InlineData("Give(Ask() && y is SmtpCommandException);", "nothing")]
    [InlineData("if (Ask()) Try(); Give(y is SmtpCommandException);", "nothing")]
    [InlineData("Give(many is List<int> && y is SmtpCommandException);", "nothing")]
    [InlineData("if (y is SmtpCommandException) Give(Ask());", "nothing")]
    [InlineData("if (y is SmtpCommandException) Give(y.Message == null);", "nothing")]
    // No predicate on what is handed over.
    [InlineData("try { client.Send(mail); } catch (Exception e) { Give(e is SmtpCommandException); }", "nothing")]
    public void Asked_for(string statements, string expected) =>
        Assert.Equal(expected, FlowProgram.OfPredicate(statements).TypeVerdict()?.Atom.Syntax.ToString() ?? "nothing");
}
