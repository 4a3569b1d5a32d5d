using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP3010: a new SmtpException without a code is thrown from a handler that holds the reply code.</summary>
internal sealed class WrappingLosesCode : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.WrappingLosesCode;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from creation in file.NodesOf<ObjectCreationExpressionSyntax>()
        where creation.Type.ToString().EndsWith("Exception", StringComparison.Ordinal)
            && creation.Parent is ThrowStatementSyntax or ThrowExpressionSyntax or ReturnStatementSyntax
        let handler = Handler(creation)
        where handler is not null && file.SymbolOf(creation) is IMethodSymbol constructor
            && file.Mail.Exceptions.SystemNetMailException.Contains(constructor.ContainingType)
            && constructor.Parameters
                .All(static parameter => parameter.Type.TypeKind != TypeKind.Enum && parameter.Type.Name != "SerializationInfo")
            && !SetsCode(creation) && !KnowsOfNoReply(handler)
            && (HoldsCode(file, file.CaughtBy(handler)) || (MayHoldCode(file, handler) && !constructor.Parameters.Any(IsInner)))
        select At(creation);

    // new SmtpException(text, ex) { StatusCode = ex.StatusCode }
    private static bool SetsCode(ObjectCreationExpressionSyntax creation) => creation.Initializer?.Expressions.Any(static set =>
        set is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "StatusCode" } }) == true;

    private static CatchClauseSyntax? Handler(SyntaxNode creation) =>
        creation.Ancestors().TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
            or MemberDeclarationSyntax))
            .OfType<CatchClauseSyntax>().FirstOrDefault();

    // Without a reply there is no code to lose.
    private static bool KnowsOfNoReply(CatchClauseSyntax handler) => handler.Names(MailSymbols.GeneralFailure);

    // The aggregate's own code is -1 already.
    private static bool HoldsCode(MailFile file, ITypeSymbol? caught) =>
        caught is not null && file.Mail.IsReplyException(caught) && !file.Mail.Exceptions.FailedRecipients.Contains(caught);

    // Of every exception that a send of System.Net.Mail lets out.
    private static bool MayHoldCode(MailFile file, CatchClauseSyntax handler) =>
        file.CaughtBy(handler) is { Name: "Exception", ContainingNamespace.Name: "System" } && handler is
            { Filter: null, Declaration.Identifier.ValueText.Length: > 0, Parent: TryStatementSyntax attempt }
        && new RefusalHandlers(file).Sends(attempt).Any()
        && !attempt.Catches.TakeWhile(other => other != handler).Any(other =>
            file.CaughtBy(other) is { } earlier && file.Mail.Exceptions.SystemNetMailException.Contains(earlier));

    // The exception that has the code is kept inside.
    private static bool IsInner(IParameterSymbol parameter) => parameter.Type is { Name: "Exception", ContainingNamespace.Name: "System" };
}
