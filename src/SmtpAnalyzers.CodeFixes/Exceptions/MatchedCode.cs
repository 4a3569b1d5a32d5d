using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>
/// A number that a regular expression takes out of the text, whatever code it is: <c>var m = Regex.Match(text, @"\d{3}");</c> and then
/// <c>m.Success ? int.Parse(m.Value) : 0</c>, or both in one expression.
/// </summary>
internal static class MatchedCode
{
    private const string Digit = @"(?:\\d|\[0-9\])";

    // Four and five are among the first digits.
    private const string FirstDigit = @"(?:\\d|\[0-9\]|\[[0-4]-[5-9]\]|\[2?3?45\])";

    private const string AnyCode = @"^\^?(?:\\b|\((?:\?<\w+>)?)*"
        + $@"(?:{Digit}\{{3\}}|{FirstDigit}{Digit}(?:{Digit}|\{{2\}}))(?:\\b|\\s|\))*$";

    /// <summary>
    /// Writes <paramref name="number"/> for what is parsed; returns what is replaced, null where the match is used for more.
    /// </summary>
    public static SyntaxNode? Replace(
        FixContext context, TextEdits edits, InvocationExpressionSyntax match, string? pattern, ExpressionSyntax owner, string number)
    {
        if (!Regex.IsMatch(pattern ?? "", AnyCode))
            return null;
        if (Parsed(match) is { } parsed)
        {
            edits.Replace(parsed, number);
            return parsed;
        }

        if (match.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            || variable.Parent is not VariableDeclarationSyntax { Variables.Count: 1,
                Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } declaration }
            || Uses(block, variable) is not [{ Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Success",
                Parent: ConditionalExpressionSyntax choice } success }, var value]
            || choice.Condition != success || Parsed(value) is not { } inner || choice.WhenTrue != inner
            || !context.Model.GetConstantValue(choice.WhenFalse, context.Cancellation).HasValue)
        {
            return null;
        }

        // Without a reply there is no code, as if none had been found.
        var codes = context.File.TypeOf(owner) is { } type ? context.Mail.ReplyCodeOf(type)?.Type : null;
        var noReply = codes is null ? null : MailSymbols.NameOf(codes, -1);
        var read = noReply is null ? number : $"{owner.WithoutTrivia()}.StatusCode != "
            + $"{codes!.ToMinimalDisplayString(context.Model, owner.SpanStart)}.{noReply} ? {number} : {choice.WhenFalse.WithoutTrivia()}";
        edits.Replace(choice, read);
        edits.Replace(declaration, declaration, []);
        return declaration;
    }

    // int.Parse(match.Value), of the whole or of a group.
    private static InvocationExpressionSyntax? Parsed(ExpressionSyntax match)
    {
        var value = match.Parent;
        if (value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Groups", Parent: ElementAccessExpressionSyntax group })
            value = group.Parent;
        return value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value",
            Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } } }
            && call.Expression.ToString() is "int.Parse" or "Convert.ToInt32" ? call : null;
    }

    private static List<IdentifierNameSyntax> Uses(BlockSyntax block, VariableDeclaratorSyntax variable) => block.DescendantNodes()
        .OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Identifier.ValueText).ToList();
}
