using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>One finding in one version of a file, and what a repair needs to know about it.</summary>
internal sealed class RepairContext
{
    private IReadOnlyList<Handling>? _handlings;

    private RepairContext(
        SyntaxNode root, SyntaxNode node, string id, FindingProperties finding, SemanticModel model, MailSymbols mail, MailOptions options)
    {
        (Root, Node, Id, Finding, Model, Mail, Options) = (root, node, id, finding, model, mail, options);
        Style = new CodeStyle(root);
    }

    public SyntaxNode Root { get; }

    /// <summary>The syntax at fault.</summary>
    public SyntaxNode Node { get; }

    public string Id { get; }

    public FindingProperties Finding { get; }

    public SemanticModel Model { get; }

    public MailSymbols Mail { get; }

    public MailOptions Options { get; }

    public CodeStyle Style { get; }

    /// <summary>Whether the finding is that codes come to a wrong outcome.</summary>
    public bool IsOfOutcome => Id is DiagnosticIds.TransientReplyGivenUp or DiagnosticIds.PermanentReplyRetried or DiagnosticIds.PositiveReplyFails
        or DiagnosticIds.NegativeReplySucceeds;

    /// <summary>Where the codes belong: what their class says must become of the mail.</summary>
    public Outcome RightOutcome => Id switch
    {
        DiagnosticIds.TransientReplyGivenUp => Outcome.Retry,
        DiagnosticIds.PermanentReplyRetried => Outcome.GiveUp,
        DiagnosticIds.NegativeReplySucceeds when Finding.Codes.IsSubsetOf(Options.Classes.Transient) => Outcome.Retry,
        DiagnosticIds.NegativeReplySucceeds when Finding.Codes.IsSubsetOf(Options.Classes.Permanent) => Outcome.GiveUp,
        DiagnosticIds.NegativeReplySucceeds => Outcome.None,
        _ => Outcome.Delivered,
    };

    /// <summary>The class that the outcome is right for.</summary>
    public ReplyClass? RightClass => Finding.Outcome switch
    {
        Outcome.Retry => ReplyClass.TransientNegative,
        Outcome.GiveUp => ReplyClass.PermanentNegative,
        Outcome.Delivered => ReplyClass.PositiveCompletion,
        _ => null,
    };

    /// <summary>The codes that the outcome is right for, which a repair must leave there.</summary>
    public ReplyCodeSet Right => Id == DiagnosticIds.RetryListIncomplete ? ~(Options.Classes.Positive | PermanentReplyRetried.Undisputed)
        : RightClass is { } right ? Options.Classes.Of(right)
        : ReplyCodeSet.Empty;

    /// <summary>The class that is wrong where the finding is.</summary>
    public ReplyCodeSet WrongClass => Id switch
    {
        DiagnosticIds.TransientReplyGivenUp => Options.Classes.Transient,
        DiagnosticIds.PermanentReplyRetried => Options.Classes.Permanent,
        DiagnosticIds.NegativeReplySucceeds => Options.Classes.Transient | Options.Classes.Permanent,
        _ => Options.Classes.Positive,
    };

    /// <summary>Whether relational and <c>and</c>/<c>or</c> patterns can be written: C# 9.</summary>
    public bool HasPatterns => Style.HasPatterns;

    /// <summary>How the file handles reply codes.</summary>
    public IReadOnlyList<Handling> Handlings(CancellationToken cancellation) => _handlings ??= HandlingsOf(Root, Model, Options, cancellation);

    public static IReadOnlyList<Handling> HandlingsOf(
        SyntaxNode root, SemanticModel model, MailOptions options, CancellationToken cancellation) =>
        BodiesOf(root, model, options, cancellation).SelectMany(body => ReplyHandlingAnalysis.Handlings(body, cancellation)).ToList();

    /// <summary>The bodies of a version of the file; each version is a compilation with symbols of its own.</summary>
    public static IEnumerable<Body> BodiesOf(SyntaxNode root, SemanticModel model, MailOptions options, CancellationToken cancellation) =>
        MailSymbols.Of(model.Compilation) is { } mail ? BodyReader.In(root, model, mail, options, cancellation) : [];

    /// <summary>The context of a finding at <paramref name="node"/>, or null where it tells nothing that could be mended.</summary>
    public static async Task<RepairContext?> CreateAsync(
        Document document, SyntaxNode node, string id, ImmutableDictionary<string, string?> properties, CancellationToken cancellation)
    {
        if (FindingProperties.Read(properties) is not { } finding
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || MailSymbols.Of(model.Compilation) is not { } mail)
        {
            return null;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var options = OptionReader.Of(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree));
        return new RepairContext(root, node, id, finding, model, mail, options);
    }

    /// <summary>The one code concerned, or null where there are several.</summary>
    public int? Code => Finding.Codes.Sole;

    /// <summary>The codes concerned, for a title.</summary>
    public string CodesInWords => Code is { } code ? $"{code}" : Id switch
    {
        DiagnosticIds.TransientReplyGivenUp => "4yz",
        DiagnosticIds.PermanentReplyRetried => "5yz",
        DiagnosticIds.NegativeReplySucceeds => "4yz and 5yz",
        _ => "2yz and 3yz",
    };

    /// <summary>The value of a constant expression or pattern constant: the code it names.</summary>
    public int? ConstantOf(ExpressionSyntax expression) => Model.GetConstantValue(expression) is { HasValue: true, Value: int code } ? code : null;
}
