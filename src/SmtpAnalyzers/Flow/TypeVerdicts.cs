using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Recognizes a predicate that judges an exception by its type alone: every reply is judged alike, as by a handler without a filter.
/// </summary>
internal sealed class TypeVerdicts(FunctionBody body, AccessPath reply)
{
    private bool? _asksForTypesAlone;

    /// <summary>
    /// What is to blame for the answer at <paramref name="place"/>: the type that is asked for, or the value itself where
    /// it is that of all other types. Null where anything else is asked.
    /// </summary>
    public Cause? Find(OutcomePoint place)
    {
        if (reply is not AccessPath.Member { Owner: AccessPath.Variable { Identity: IParameterSymbol } }
            || place.Flag is not { Syntax: var value } answer || !IsOfTypes(answer)
            || !(_asksForTypesAlone ??= body.Graph.Blocks.All(AsksForTypesAlone)))
        {
            return null;
        }

        var blamed = TypeAskedFor(value) ?? value;
        return new Cause(new ConditionAtom(MatchKind.Handler, blamed, blamed), place.Block, 0);
    }

    private bool AsksForTypesAlone(BasicBlock block) =>
        block.ConditionKind == ControlFlowConditionKind.None || (block.BranchValue is { } condition && IsOfTypes(condition));

    private bool IsOfTypes(IOperation answer) => answer.Unconverted() switch
    {
        { ConstantValue.HasValue: true } or IIsNullOperation => true,
        IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: null } } => true,
        IUnaryOperation not => IsOfTypes(not.Operand),
        IIsTypeOperation test => IsOwner(test.ValueOperand),
        IIsPatternOperation test => IsOwner(test.Value) && IsOfTypes(test.Pattern),
        IFlowCaptureReferenceOperation capture =>
            body.Writes.Writes(capture.Id) is { Count: > 0 } writes && writes.All(value => value is not null && IsOfTypes(value)),
        _ => false,
    };

    private bool IsOwner(IOperation asked) =>
        reply is AccessPath.Member { Owner: var owner } && body.Resolver.PlaceOf(asked) is { } place && place.Equals(owner);

    private static bool IsOfTypes(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation or ITypePatternOperation or IDiscardPatternOperation => true,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => true,
        INegatedPatternOperation not => IsOfTypes(not.Pattern),
        IBinaryPatternOperation binary => IsOfTypes(binary.LeftPattern) && IsOfTypes(binary.RightPattern),
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        _ => false,
    };

    private SyntaxNode? TypeAskedFor(SyntaxNode value) =>
        Question(value) is { } question && CallSyntax.FunctionAround(value) is { } function && body.Writes.Model is { } model
            ? TypeTests.In(function, static _ => true).LastOrDefault(type =>
                question.Span.Contains(type.Span) && IsAnsweredTrue(type)
                && body.Mail.IsReplyException(model.GetSymbolInfo(type).Symbol as ITypeSymbol))
            : null;

    // Of a choice that is the value as a whole, the arm that says yes.
    private static bool IsAnsweredTrue(SyntaxNode type) => !type.Ancestors().Any(node => node switch
    {
        SwitchExpressionArmSyntax arm => arm.Expression.IsKind(SyntaxKind.FalseLiteralExpression),
        ConditionalExpressionSyntax choice =>
            choice.Condition.Span.Contains(type.Span) && choice.WhenTrue.IsKind(SyntaxKind.FalseLiteralExpression),
        _ => false,
    });

    // The value is the question, or its answer.
    private static SyntaxNode? Question(SyntaxNode value)
    {
        foreach (var node in value.AncestorsAndSelf())
        {
            switch (node)
            {
                case IsPatternExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionSyntax:
                case ConditionalExpressionSyntax when node == value:
                    return node.AncestorsAndSelf().TakeWhile(static outer => outer is ExpressionSyntax).Last();
                case SwitchExpressionArmSyntax arm:
                    return arm.Pattern;
                case ConditionalExpressionSyntax choice when choice.WhenTrue.Span.Contains(value.Span):
                    return choice.Condition;
                case IfStatementSyntax choice when choice.Statement.Span.Contains(value.Span):
                    return choice.Condition;
                case SwitchSectionSyntax section:
                    return section;
                case MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return null;
            }
        }

        return null;
    }
}
