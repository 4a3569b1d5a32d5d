using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Replaces a code by the one that its name was mistaken for: 554 by 451, 221 by 421, 251 by 551.</summary>
internal static class MeantCode
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Finding.Kind is not (LeafKind.Named or LeafKind.Element) || Meant(context) is not { } meant || Constant(context.Node) is not { } constant)
            return null;
        // The mistake shows by its company: the meant code is not among the others, and for 554 some of them are transient.
        var company = Company(context);
        if (company.Contains(meant) || (context.Code == 554 && !company.Overlaps(ReplyCodeSet.Of(421, 450, 452))))
            return null;
        if (Renamed(context, constant, meant) is not { } replacement)
            return null;
        var name = replacement is LiteralExpressionSyntax ? "" : $" ({replacement.ToString().Split('.').Last()})";
        var root = context.Root.ReplaceNode(constant, replacement.WithTriviaFrom(constant));
        return new FixCandidate(FixKind.MeantCode, $"Replace {context.Code} by {meant}{name}", root);
    }

    /// <summary>The codes that come to the same outcome: those of the same list, or of the same member.</summary>
    private static ReplyCodeSet Company(ReplyFixContext context)
    {
        if (context.Finding.Kind == LeafKind.Element)
        {
            var list = context.Node.Parent is ExpressionElementSyntax or ArgumentSyntax ? context.Node.Parent.Parent : context.Node.Parent;
            var constants = list?.DescendantNodes().OfType<ExpressionSyntax>().Select(context.ConstantOf).OfType<int>() ?? [];
            return ReplyCodeSet.Of(constants.ToArray());
        }

        var member = context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return context.Handlings
            .SelectMany(static handling => handling.Evidence)
            .Where(evidence => evidence.Outcome == context.Finding.Outcome && member?.Span.Contains(evidence.Syntax.Span) != false)
            .Aggregate(ReplyCodeSet.Empty, static (codes, evidence) => codes | evidence.Codes);
    }

    private static int? Meant(ReplyFixContext context) => (context.Code, context.Finding.Outcome) switch
    {
        (554, Outcome.Retry) => 451,
        (221, Outcome.Retry) => 421,
        (251, Outcome.GiveUp or Outcome.Failure) => 551,
        _ => null,
    };

    private static ExpressionSyntax? Constant(SyntaxNode node) => node switch
    {
        CaseSwitchLabelSyntax label => label.Value,
        CasePatternSwitchLabelSyntax { Pattern: ConstantPatternSyntax pattern } => pattern.Expression,
        ExpressionSyntax expression => expression,
        _ => null,
    };

    /// <summary>The constant of another code, written as <paramref name="constant"/> is; null where it has no name there.</summary>
    public static ExpressionSyntax? Renamed(ReplyFixContext context, ExpressionSyntax constant, int meant)
    {
        if (constant is LiteralExpressionSyntax)
            return SyntaxFactory.ParseExpression(meant.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (context.Model.GetSymbolInfo(constant).Symbol is not IFieldSymbol { ContainingType: { } type } || MailSymbols.NameOf(type, meant) is not { } name)
            return null;
        return constant switch
        {
            MemberAccessExpressionSyntax member => member.WithName(SyntaxFactory.IdentifierName(name)),
            QualifiedNameSyntax qualified => qualified.WithRight(SyntaxFactory.IdentifierName(name)),
            IdentifierNameSyntax => SyntaxFactory.IdentifierName(name),
            _ => null,
        };
    }
}
