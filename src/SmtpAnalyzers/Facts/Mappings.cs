using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Dictionaries from reply code to outcome: what stands beside a key becomes of its code wherever that is looked up.</summary>
internal sealed class Mappings(FunctionBody body, ConditionBuilder tests, Vocabulary vocabulary)
{
    public IEnumerable<OutcomeSite> In(ProgramPoint at, IOperation operation) =>
        body.Lists.Read(operation) is { Elements: { } entries } lookUp && tests.Reads(lookUp.Value) is { } number
            ? Sites(at, operation, lookUp.List, number, entries)
            : [];

    private IEnumerable<OutcomeSite> Sites(
        ProgramPoint at, IOperation operation, IOperation list, ReplyValue number, IReadOnlyList<ListElement> entries)
    {
        foreach (var entry in entries)
        {
            if (OutcomeOf(entry.Value, list) is not (var outcome and not Outcome.None))
                continue;
            var codes = number.Where(code => entry.Code.Equals(code)) & at.State.Codes;
            var syntax = entry.Syntax.SyntaxTree == operation.Syntax.SyntaxTree ? entry.Syntax : operation.Syntax;
            var place = new OutcomePoint(at.Block, at.Step, Known: new ConditionAtom(MatchKind.Element, syntax, operation.Syntax));
            yield return new OutcomeSite(outcome, place, codes, entry.Value!, $"it is mapped to '{entry.Value}'");
        }
    }

    // The values are told by their names. A library's names say nothing of this program's
    // mail, and a bool says what the dictionary is called.
    private Outcome OutcomeOf(ExpressionSyntax? value, IOperation dictionary)
    {
        if (dictionary.Type is not INamedTypeSymbol { TypeArguments: [_, var type] })
            return Outcome.None;
        return value switch
        {
            LiteralExpressionSyntax literal when BoolTypes.IsBool(type) && OperationFacts.NameOf(dictionary) is { } name =>
                literal.IsKind(SyntaxKind.TrueLiteralExpression) ? vocabulary.WhenTrue(name) : vocabulary.WhenFalse(name),
            MemberAccessExpressionSyntax member when !CallKinds.IsFramework(type) => vocabulary.OfName(member.Name.Identifier.ValueText),
            ObjectCreationExpressionSyntax { Type: SimpleNameSyntax created } when !CallKinds.IsFramework(type) =>
                vocabulary.OfName(created.Identifier.ValueText),
            _ => Outcome.None,
        };
    }
}
