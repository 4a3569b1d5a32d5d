using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>A member that goes through the recipients of a delivery report, which MimeKit has read (RFC 3464).</summary>
internal sealed class DeliveryReportReader(MemberDeclarationSyntax member, MailFile file)
{
    // What these fields say is who the report is about, or where it comes from, and not what became of the mail.
    private static readonly ImmutableHashSet<string> Neutral = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Final-Recipient", "Original-Recipient", "Original-Envelope-Id", "Reporting-MTA", "Received-From-MTA", "Arrival-Date");

    // The field of the report that says what became of the mail.
    private const string Action = "action";

    private const int MaxDepth = 4;

    /// <summary>Something that is done to a recipient: its mail is given up.</summary>
    public sealed record Site(SyntaxNode Syntax, string Phrase);

    private readonly Lazy<IReadOnlyList<IOperation>> _operations = new(() => member.DescendantNodes()
        .Select(file.Values.Operation).OfType<IOperation>().Distinct().ToList());

    /// <summary>The members of <paramref name="file"/> that ask for the groups of a report.</summary>
    public static IEnumerable<DeliveryReportReader> In(MailFile file) =>
        from name in file.NodesOf<IdentifierNameSyntax>()
        where name.Identifier.ValueText == DeliveryReports.Groups
            && file.SymbolOf(name) is IPropertySymbol { ContainingType: var type } && DeliveryReports.IsReport(type)
        let member = name.FirstAncestorOrSelf<MemberDeclarationSyntax>()
        where member is not null
        group name by member into one
        select new DeliveryReportReader(one.Key, file);

    /// <summary>
    /// Whether something here, or elsewhere in the type, asks what became of the mail, or whether something else gets to see the report.
    /// </summary>
    public bool LooksAtOutcome() => NamesOutcome() || _operations.Value.Any(LooksAtOutcome);

    // "Action", "Status: 5", "Delayed", in the type: a helper, or who calls this one, may look.
    private bool NamesOutcome() => (member.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? file.Root).DescendantTokens()
        .Any(static token => !token.IsKind(SyntaxKind.IdentifierToken) && token.Value is string text
            && (text.StartsWith("Action", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("Status", StringComparison.OrdinalIgnoreCase)
                || text.IndexOf("delay", StringComparison.OrdinalIgnoreCase) >= 0));

    private static bool LooksAtOutcome(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Instance.Type: var type } header when DeliveryReports.IsHeaderList(type) =>
            DeliveryReports.FieldOf(header) is not { } field || !Neutral.Contains(field),
        IInvocationOperation { Instance.Type: { } type } call when DeliveryReports.IsPart(type) =>
            !call.Arguments.Any(static argument => argument.Value.ConstantValue.Value is string field && Neutral.Contains(field)),
        IArgumentOperation { Value: { } value, Parent: var call } when IsPart(value) => !IsQuery(call),
        IForEachLoopOperation { Collection: { } fields } when IsOfType(fields, DeliveryReports.IsHeaderList) => true,
        _ => false,
    };

    private static bool IsPart(IOperation value) => IsOfType(value, DeliveryReports.IsPart);

    private static bool IsOfType(IOperation value, Func<ITypeSymbol?, bool> isSought) => isSought(value.Unconverted().Type);

    // report.StatusGroups.Skip(1), log.Info(report)
    private static bool IsQuery(IOperation? call) => call is IInvocationOperation invocation
        && (invocation.TargetMethod.ContainingType.Name == "Enumerable" || CallKinds.IsReport(invocation));

    /// <summary>Whether the member's name, its parameters or its conditions say that the outcome is known.</summary>
    public bool IsToldOutcome() => NamesOf(member).Any(IsKnown)
        || member.DescendantNodes().Any(IsTelling);

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method =>
            method.ParameterList.Parameters.Select(static one => one.Identifier.ValueText).Append(method.Identifier.ValueText),
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        _ => [],
    };

    private bool IsTelling(SyntaxNode node) => node switch
    {
        IfStatementSyntax branch => IsTelling(branch.Condition),
        WhileStatementSyntax loop => IsTelling(loop.Condition),
        ConditionalExpressionSyntax choice => IsTelling(choice.Condition),
        SwitchStatementSyntax or SwitchExpressionSyntax => true,
        _ => false,
    };

    // That an address is not on the list yet tells nothing.
    private bool IsTelling(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name =>
        name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains" or "Add" or "Any" }
        && name.Identifier.ValueText is var text
        && (file.Options.Vocabulary.OfName(text) != Outcome.None || file.Options.Vocabulary.IsCounting(text)
            || IsKnown(text)));

    private bool IsKnown(string name) =>
        file.Options.Vocabulary.Has(WordList.ToldOfFailure, name) || WordSplitter.OfName(name).Contains(Action);

    /// <summary>Where a recipient of the report is given up, in source order.</summary>
    public IEnumerable<Site> GivenUp() =>
        from operation in _operations.Value
        let site = operation switch
        {
            IInvocationOperation call when Says(call) is { } phrase
                && call.Arguments.Select(static argument => argument.Value).Append(call.Instance).Any(value => IsRecipient(value, 0)) =>
                new Site(call.Syntax, phrase),
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment when Says(assignment, target) is { } phrase
                && IsRecipient(target.Instance, 0) => new Site(assignment.Syntax, phrase),
            _ => null,
        }
        where site is not null
        orderby site.Syntax.SpanStart
        select site;

    private string? Says(IInvocationOperation call)
    {
        if (CallKinds.IsReport(call))
            return null;
        var isOwn = !CallKinds.IsFramework(call.TargetMethod.ContainingType);
        if (isOwn && GivesUp(call.TargetMethod.Name))
            return $"'{call.TargetMethod.Name}'";
        return call.Instance is not { } list || OperationFacts.NameOf(list) is not { } name ? null
            : OperationFacts.Adds(call) && GivesUp(name) ? $"added to '{name}'"
            : call.TargetMethod.Name.StartsWith("Remove", StringComparison.Ordinal)
                && WordSplitter.OfName(name).Any(ContextWords.Subscription.Contains) ? $"removed from '{name}'"
            : null;
    }

    private string? Says(ISimpleAssignmentOperation assignment, IMemberReferenceOperation target) => assignment.Value switch
    {
        { ConstantValue: { HasValue: true, Value: true } } when GivesUp(target.Member.Name) => $"'{target.Member.Name}'",
        IFieldReferenceOperation { Field: { IsStatic: true } value } when GivesUp(value.Name) => $"'{value.Name}'",
        _ => null,
    };

    private bool GivesUp(string name) => file.Options.Vocabulary.OfName(name) == Outcome.GiveUp;

    // Made of the address in the report, whatever is done to it before.
    private bool IsRecipient(IOperation? value, int depth) => value is not null && depth < MaxDepth
        && value.DescendantsAndSelf().Any(part => part switch
        {
            IPropertyReferenceOperation header when DeliveryReports.FieldOf(header) is { } field =>
                field.EndsWith("-Recipient", StringComparison.OrdinalIgnoreCase),
            ILocalReferenceOperation or IParameterReferenceOperation => CollectionOf(part) is { } collection
                ? IsRecipient(collection, depth + 1)
                : file.Values.SourcesOf(part).Any(source => source != part && IsRecipient(source, depth + 1)),
            _ => false,
        });

    private IOperation? CollectionOf(IOperation variable) => variable switch
    {
        ILocalReferenceOperation local => file.Values.CollectionOf(local.Local),
        IParameterReferenceOperation parameter => file.Values.CollectionOf(parameter.Parameter),
        _ => null,
    };
}
