using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>A member of a row that is written to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Row">The type of the row; where that is not known, the variable that holds the row.</param>
internal sealed record RowMember(string Name, ISymbol Row)
{
    /// <summary>The member that <paramref name="target"/> is; null where it is none.</summary>
    public static RowMember? Of(IOperation target, FunctionBody body) => body.Writes.Unwrap(target) switch
    {
        IMemberReferenceOperation { Member: { ContainingType: { } type } member } => new(member.Name, type),
        // A row of an unrestored library's query.
        IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax row } } member
            when body.Writes.Model?.GetSymbolInfo(row).Symbol is (ILocalSymbol or IParameterSymbol) and { } holder =>
            new(OperationFacts.NameOf(member)!, holder),
        _ => null,
    };
}
