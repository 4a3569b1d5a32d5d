using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// Reads a value out of the declaration in another file, by its syntax alone: an analyzer that asks for another
/// file's semantic model pays for the whole file.
/// </summary>
internal static class OtherFiles
{
    /// <summary>
    /// The initializer of the readonly field or property that <paramref name="reference"/> reads,
    /// wherever it is declared; null where there is none.
    /// </summary>
    public static ExpressionSyntax? InitializerOf(IOperation reference) => (reference as IMemberReferenceOperation)?.Member switch
    {
        IFieldSymbol { IsReadOnly: true, DeclaringSyntaxReferences: [var declared] } =>
            (declared.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value,
        IPropertySymbol { IsReadOnly: true, IsIndexer: false, DeclaringSyntaxReferences: [var declared] }
            when declared.GetSyntax() is PropertyDeclarationSyntax property =>
                property.ExpressionBody?.Expression ?? property.Initializer?.Value,
        _ => null,
    };

    /// <summary>The number or text that <paramref name="reference"/> is, where its declaration says so with a literal; else null.</summary>
    public static object? ConstantOf(IOperation reference) => (InitializerOf(reference) as LiteralExpressionSyntax)?.Token.Value;
}
