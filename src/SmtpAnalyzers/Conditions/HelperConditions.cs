using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// The condition that a helper of this file is: a method that returns one expression over its parameter asks there what is asked at the
/// call, and its constants are what is to blame. Whatever its name says, only a name for an outcome is taken at its word.
/// </summary>
internal sealed class HelperConditions(ReplyReader reader, FunctionBody body, int depth)
{
    // A helper of a helper of a helper.
    private const int MaxDepth = 3;

    public Condition? Of(IInvocationOperation call)
    {
        if (depth >= MaxDepth
            || call is not { Type.SpecialType: SpecialType.System_Boolean, IsVirtual: false }
            || AskedOf(call) is not var (parameter, path)
            || body.Helper(call.TargetMethod) is not { } helper
            || ReturnedBy(helper.Syntax) is not { } expression
            || body.Writes.Model?.OperationOf(expression, CancellationToken.None) is not { } condition)
        {
            return null;
        }

        var asked = new ConditionBuilder(Rebased(reader.Reply, path, parameter), helper.Body, depth + 1).Of(condition);
        // What depends on a variable of the helper is known there only.
        return asked.Constant is { } known && !known.Equals(Constraint.Unknown) ? AskedAt(call.Syntax, asked) : null;
    }

    // The test stands where the helper is called; its constants stay where they are. The helper is no test that could be dead here.
    private static Condition AskedAt(SyntaxNode call, Condition condition) => condition switch
    {
        Condition.Not not => new Condition.Not(AskedAt(call, not.Operand)),
        Condition.And => new Condition.And(call, Parts(call, condition)),
        Condition.Or => new Condition.Or(call, Parts(call, condition)),
        Condition.Atom atom => new Condition.Atom(call, atom.Constant!.Value)
        {
            WhenTrue = atom.WhenTrue, WhenFalse = atom.WhenFalse, Named = atom.Named, Number = atom.Number,
        },
        _ => new Condition.Atom(call, condition.Constant!.Value),
    };

    private static ImmutableArray<Condition> Parts(SyntaxNode call, Condition condition) =>
        condition.Parts.Select(part => AskedAt(call, part)).ToImmutableArray();

    // The one argument that is the reply code, or what it hangs on.
    private (IParameterSymbol Parameter, AccessPath Path)? AskedOf(IInvocationOperation call)
    {
        (IParameterSymbol, AccessPath)? asked = null;
        foreach (var argument in call.Arguments.Where(argument => reader.Concerns(argument.Value)))
        {
            if (asked is not null || argument.Parameter is not { RefKind: RefKind.None } parameter
                || reader.PlaceOf(argument.Value) is not { } path)
            {
                return null;
            }

            asked = (parameter.OriginalDefinition, path);
        }

        return asked;
    }

    private static AccessPath Rebased(AccessPath reply, AccessPath from, IParameterSymbol to) =>
        reply.Equals(from) ? new AccessPath.Variable(to)
        : reply is AccessPath.Member member ? new AccessPath.Member(Rebased(member.Owner, from, to), member.Symbol)
        : reply;

    private static ExpressionSyntax? ReturnedBy(SyntaxNode declaration) => declaration is not MethodDeclarationSyntax method ? null
        : method.ExpressionBody?.Expression
            ?? (method.Body is { Statements: [ReturnStatementSyntax { Expression: { } only }] } ? only : null);
}
