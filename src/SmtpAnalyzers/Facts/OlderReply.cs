using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Tells the reply to an earlier command, which was kept in a variable, from that to a later one.</summary>
/// <param name="file">The file.</param>
internal sealed class OlderReply(MailFile file)
{
    private readonly Dictionary<ILocalSymbol, int> _lastWrites = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether <paramref name="test"/> looks at a variable that has its value since before <paramref name="command"/>. A call of the
    /// program's own may read what comes after it.
    /// </summary>
    public bool IsLookedAtBy(ExpressionSyntax test, SmtpCommandSite command) => !command.IsCompletion
        && !test.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(IsOwn)
        && test.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(file.SymbolOf).OfType<ILocalSymbol>()
            .Any(local => !local.IsConst && MayHoldReply(local.Type) && LastWrite(local) <= command.Site.SpanStart);

    private bool IsOwn(InvocationExpressionSyntax call) =>
        file.SymbolOf(call) is not IMethodSymbol method || method.Locations.Any(static location => location.IsInSource)
        || (CallSyntax.MethodName(call) is { } name && name.StartsWith("Read", StringComparison.Ordinal));

    private static bool MayHoldReply(ITypeSymbol type) => type.TypeKind is TypeKind.Enum or TypeKind.Array
        || type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int16;

    private int LastWrite(ILocalSymbol local)
    {
        if (!_lastWrites.TryGetValue(local, out var last))
            _lastWrites[local] = last = Writes(local).DefaultIfEmpty(int.MaxValue).Max();
        return last;
    }

    // Where each write ends: none is in sight of a variable that is written in another way.
    private IEnumerable<int> Writes(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is [var reference]
            && reference.GetSyntax(file.Cancellation) is VariableDeclaratorSyntax { Initializer: not null } declared)
        {
            yield return declared.Span.End;
        }

        foreach (var use in file.Values.References.To(local))
        {
            foreach (var around in use.Syntax.Ancestors().TakeWhile(static node => node is not StatementSyntax))
            {
                if (around is AssignmentExpressionSyntax assignment && assignment.Left.Span.Contains(use.Syntax.Span))
                    yield return around.Span.End;
                else if (around is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
                    yield return int.MaxValue;
            }
        }
    }
}
