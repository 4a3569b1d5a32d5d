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
        { Syntax: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax row, Name.Identifier.ValueText: var name } }
            when target is IInvalidOperation && body.Writes.Model?.GetSymbolInfo(row).Symbol is ILocalSymbol or IParameterSymbol =>
            new(name, body.Writes.Model.GetSymbolInfo(row).Symbol!),
        _ => null,
    };
}
