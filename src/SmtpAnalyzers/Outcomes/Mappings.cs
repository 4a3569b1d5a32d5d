using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;

namespace SmtpAnalyzers.Outcomes;

/// <summary>Dictionaries from reply code to outcome: what stands beside a key becomes of its code wherever that is looked up.</summary>
internal sealed class Mappings(Body body, TestEvaluator tests, Vocabulary vocabulary)
{
    public IEnumerable<Evidence> In(FlowPoint at, IOperation step) =>
        from operation in step.DescendantsAndSelf()
        let lookUp = body.Lists.Read(operation)
        where lookUp?.Elements is not null
        let number = tests.Reads(lookUp.Value)
        where number is not null
        from entry in lookUp.Elements
        let value = entry.Value
        let outcome = OutcomeOf(value, lookUp.List)
        where outcome != Outcome.None
        let codes = number.Where(code => entry.Code.Equals(code)) & at.State.Codes
        let syntax = entry.Syntax.SyntaxTree == operation.Syntax.SyntaxTree ? entry.Syntax : operation.Syntax
        let place = new OutcomePlace(at.Block, at.Step, Known: new Leaf(LeafKind.Element, syntax, operation.Syntax))
        select new Evidence(outcome, place, codes, value!, $"it is mapped to '{value}'");

    // The values are told by their names. A library's names say nothing of this program's mail, and a bool says what the dictionary is called.
    private Outcome OutcomeOf(ExpressionSyntax? value, IOperation dictionary)
    {
        if (dictionary.Type is not INamedTypeSymbol { TypeArguments: [_, var type] })
            return Outcome.None;
        return value switch
        {
            LiteralExpressionSyntax literal when Truth.IsBool(type) && Shape.NameOf(dictionary) is { } name =>
                literal.IsKind(SyntaxKind.TrueLiteralExpression) ? vocabulary.WhenTrue(name) : vocabulary.WhenFalse(name),
            MemberAccessExpressionSyntax member when !Shape.IsFramework(type) => vocabulary.OfName(member.Name.Identifier.ValueText),
            ObjectCreationExpressionSyntax { Type: SimpleNameSyntax created } when !Shape.IsFramework(type) => vocabulary.OfName(created.Identifier.ValueText),
            _ => Outcome.None,
        };
    }
}
