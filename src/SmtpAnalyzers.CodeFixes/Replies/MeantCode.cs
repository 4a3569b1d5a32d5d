using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Replaces a code with the one that its name was mistaken for: 554 with 451, 221 with 421, 251 with 551, and 450, which RFC 5321 calls
/// "mailbox unavailable", with 550, the member MailboxUnavailable, or the other way round.
/// Only where the meant code has no test of its own.
/// </summary>
internal static class MeantCode
{
    private enum Sureness { No, Possible, Sure }

    /// <summary>The fix where the other codes, or the words beside it, show that another code was meant.</summary>
    public static FixCandidate? Plan(ReplyFixContext context) => Plan(context, Sureness.Sure);

    /// <summary>The fix where another code may have been meant: an alternative to the others.</summary>
    public static FixCandidate? Alternative(ReplyFixContext context) => Plan(context, Sureness.Possible);

    private static FixCandidate? Plan(ReplyFixContext context, Sureness sureness)
    {
        if (context.Finding.Kind is not (MatchKind.Named or MatchKind.Element)
            || Meant(context) is not { } meant || Constant(context.Node) is not { } constant)
        {
            return null;
        }

        var company = Company(context);
        if (company.Contains(meant) || HasTest(context, meant) || Judge(context, company) != sureness
            || Renamed(context, constant, meant) is not { } replacement)
        {
            return null;
        }

        var name = replacement is LiteralExpressionSyntax ? "" : $" ({replacement.ToString().Split('.').Last()})";
        var root = context.Root.ReplaceNode(constant, replacement.WithTriviaFrom(constant));
        return new FixCandidate(FixKind.MeantCode, $"Replace {context.Code} with {meant}{name}", root);
    }

    private static int? Meant(ReplyFixContext context) => (context.Code, context.Finding.Outcome) switch
    {
        (554, Outcome.Retry) => 451,
        (550, Outcome.Retry) => 450,
        (450, Outcome.GiveUp) => 550,
        (221, Outcome.Retry) => 421,
        (251, Outcome.GiveUp or Outcome.Failure) => 551,
        _ => null,
    };

    // The mistake shows by its company, and by what is said of the codes.
    private static Sureness Judge(ReplyFixContext context, ReplyCodeSet company)
    {
        var said = Said(context);
        var others = company & ReplyCodeSet.Real & ~context.Finding.Codes;
        switch (context.Code)
        {
            case 554:
                return others.Overlaps(ReplyCodes.CommonTransient) ? Sureness.Sure : Sureness.No;
            case 550:
                return ReplyCodeSet.Of(421, 451, 452).IsSubsetOf(others) || said.Any(BranchText.SayBusy) ? Sureness.Sure
                    : said.Any(BranchText.SayLater) ? Sureness.Possible
                    : Sureness.No;
            case 450:
                return said.Any(BranchText.SayMissing) ? Sureness.Sure
                    : others.IsSubsetOf(context.Options.Classes.Permanent)
                        && !said.Any(BranchText.SayBusy)
                        && !said.Any(BranchText.SayLater)
                        ? Sureness.Possible
                        : Sureness.No;
            default:
                return Sureness.Sure;
        }
    }

    // In the branches that the code comes to, in the names of the list or predicate, and in the comment beside the code.
    private static List<ImmutableArray<string>> Said(ReplyFixContext context)
    {
        var branches = OfOutcome(context).Where(site => site.Codes.Overlaps(context.Finding.Codes))
            .Select(static site => Branch(site.Syntax));
        return
        [
            .. branches.OfType<SyntaxNode>().Distinct().SelectMany(branch => BranchText.Said(context, branch)),
            .. Declared(context.Node).Select(WordSplitter.OfName),
            WordSplitter.OfText(Beside(context.Node)),
        ];
    }

    private static SyntaxNode? Branch(SyntaxNode outcome) => outcome.AncestorsAndSelf()
        .TakeWhile(static node =>
            node is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .FirstOrDefault(static node => node is SwitchSectionSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax
            || (node is StatementSyntax && node.Parent is IfStatementSyntax or ElseClauseSyntax)
            || (node.Parent is ConditionalExpressionSyntax choice && choice.Condition != node));

    private static IEnumerable<string> Declared(SyntaxNode node) => node.Ancestors()
        .Select(static around => around switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.ValueText: "bool" } } method =>
                method.Identifier.ValueText,
            _ => null,
        })
        .OfType<string>();

    private static string Beside(SyntaxNode node)
    {
        var (last, next) = (node.GetLastToken(), node.GetLastToken().GetNextToken());
        var comments = last.TrailingTrivia.Concat(next.IsKind(SyntaxKind.CommaToken) ? next.TrailingTrivia : default);
        return string.Concat(comments.Where(static trivia =>
            trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)));
    }

    /// <summary>The codes that come to the same outcome: those of the same list, or of the same member.</summary>
    private static ReplyCodeSet Company(ReplyFixContext context)
    {
        if (context.Finding.Kind == MatchKind.Element)
        {
            var list = context.Node.Parent is ExpressionElementSyntax or ArgumentSyntax ? context.Node.Parent.Parent : context.Node.Parent;
            var constants = list?.DescendantNodes().OfType<ExpressionSyntax>().Select(context.ConstantOf).OfType<int>() ?? [];
            return ReplyCodeSet.Of(constants.ToArray());
        }

        return OfOutcome(context).Aggregate(ReplyCodeSet.Empty, static (codes, site) => codes | site.Codes);
    }

    private static IEnumerable<OutcomeSite> OfOutcome(ReplyFixContext context)
    {
        var member = context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return context.Handlings
            .SelectMany(static analysis => analysis.OutcomeSites)
            .Where(site => site.Outcome == context.Finding.Outcome && member?.Span.Contains(site.Syntax.Span) != false);
    }

    // Somebody decided about the meant code there, for whatever outcome.
    private static bool HasTest(ReplyFixContext context, int code) => context.Handlings
        .Where(analysis => analysis.OutcomeSites.Any(site => site.Outcome == context.Finding.Outcome))
        .Any(analysis => !analysis.CodesWithoutOwnTest.Contains(code));

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
            return SyntaxFactory.ParseExpression(meant.ToString(CultureInfo.InvariantCulture));
        if (context.Model.GetSymbolInfo(constant).Symbol is not IFieldSymbol { ContainingType: { } type }
            || MailSymbols.NameOf(type, meant) is not { } name)
        {
            return null;
        }

        return constant switch
        {
            MemberAccessExpressionSyntax member => member.WithName(SyntaxFactory.IdentifierName(name)),
            QualifiedNameSyntax qualified => qualified.WithRight(SyntaxFactory.IdentifierName(name)),
            IdentifierNameSyntax => SyntaxFactory.IdentifierName(name),
            _ => null,
        };
    }
}
