using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Finds the places of a classifier that answer for MailKit's AuthenticationException by its type alone: an arm, a section. Not where the
/// inner reply is looked at, where other refusals get the same answer, or where the file logs in with a mechanism, which has none.
/// </summary>
internal sealed class LoginVerdicts(MailFile file)
{
    /// <summary>The name of the type that is asked for, and the answer. A bare text is for people to read.</summary>
    public IEnumerable<(ExpressionSyntax Type, SyntaxNode Answer)> All() => UsesMechanisms() ? []
        : file.NodesOf<SwitchExpressionSyntax>().SelectMany(choice => In(choice.Arms))
            .Concat(file.NodesOf<SwitchStatementSyntax>().SelectMany(choice => In(choice.Sections)));

    // Once an earlier choice has looked inside, the rest is what is left.
    private IEnumerable<(ExpressionSyntax, SyntaxNode)> In(IEnumerable<SyntaxNode> choices)
    {
        foreach (var choice in choices)
        {
            var types = TypeTests.AskedBy(choice).ToList();
            if (types.FirstOrDefault(IsLogin) is not { } login)
                continue;
            if (LooksInside(choice))
                yield break;
            var answer = choice is SwitchExpressionArmSyntax arm ? arm.Expression : choice;
            if (answer is not (LiteralExpressionSyntax { Token.Value: string } or InterpolatedStringExpressionSyntax)
                && !types.Any(type => file.Mail.IsReplyException(file.SymbolOf(type) as ITypeSymbol)))
            {
                yield return (login, answer);
            }
        }
    }

    private bool IsLogin(ExpressionSyntax type) => type.ToString().EndsWith("AuthenticationException", StringComparison.Ordinal)
        && file.SymbolOf(type) is ITypeSymbol symbol && file.Mail.Exceptions.MailKitAuthentication.Contains(symbol);

    /// <summary>Whether <paramref name="code"/> looks at the reply, which is in the inner exception.</summary>
    public static bool LooksInside(SyntaxNode code) => code.Names("InnerException", "StatusCode", "GetBaseException");

    private bool UsesMechanisms() => file.NodesOf<ObjectCreationExpressionSyntax>()
        .Any(static made => made.Type.ToString().IndexOf("SaslMechanism", StringComparison.Ordinal) >= 0);
}
