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
    public IEnumerable<(ExpressionSyntax Type, SyntaxNode Answer)> All() => file.NodesOf<SwitchExpressionArmSyntax>()
        .Select(static arm => (Choice: (SyntaxNode)arm, Answer: (SyntaxNode)arm.Expression))
        .Concat(file.NodesOf<SwitchSectionSyntax>().Select(static section => (Choice: (SyntaxNode)section, Answer: (SyntaxNode)section)))
        .Where(static one => one.Answer is not (LiteralExpressionSyntax or InterpolatedStringExpressionSyntax))
        .Select(one => (Type: Asked(one.Choice), one.Answer))
        .Where(one => one.Type is not null && !UsesMechanisms())
        .Select(static one => (one.Type!, one.Answer));

    private ExpressionSyntax? Asked(SyntaxNode choice)
    {
        var types = TypesOf(choice).ToList();
        return types.FirstOrDefault(IsLogin) is { } login
            && !types.Any(type => file.Mail.IsReplyException(file.SymbolOf(type) as ITypeSymbol))
            && !Before(choice).Append(choice).Any(LooksInside)
            ? login
            : null;
    }

    private static IEnumerable<ExpressionSyntax> TypesOf(SyntaxNode choice) => choice switch
    {
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } arm =>
            TypeTests.In(whole, subject => subject == whole.GoverningExpression).Where(type => arm.Pattern.Span.Contains(type.Span)),
        SwitchSectionSyntax { Parent: SwitchStatementSyntax whole } section =>
            TypeTests.In(whole, subject => subject == whole.Expression).Where(type => section.Labels.Any(label =>
                label.Span.Contains(type.Span))),
        _ => [],
    };

    private static IEnumerable<SyntaxNode> Before(SyntaxNode choice) =>
        choice.Parent!.ChildNodes().TakeWhile(other => other != choice)
            .Where(static other => other is SwitchExpressionArmSyntax or SwitchSectionSyntax)
            .Where(static other => other.DescendantNodes().OfType<SimpleNameSyntax>()
                .Any(static name => name.Identifier.ValueText.EndsWith("AuthenticationException", StringComparison.Ordinal)));

    private bool IsLogin(ExpressionSyntax type) => type.ToString().EndsWith("AuthenticationException", StringComparison.Ordinal)
        && file.SymbolOf(type) is ITypeSymbol symbol && file.Mail.Exceptions.MailKitAuthentication.Contains(symbol);

    private static bool LooksInside(SyntaxNode choice) => choice.DescendantNodes().OfType<SimpleNameSyntax>()
        .Any(static name => name.Identifier.ValueText is "InnerException" or "StatusCode" or "GetBaseException");

    private bool UsesMechanisms() => file.NodesOf<ObjectCreationExpressionSyntax>()
        .Any(static made => made.Type.ToString().IndexOf("SaslMechanism", StringComparison.Ordinal) >= 0);
}
