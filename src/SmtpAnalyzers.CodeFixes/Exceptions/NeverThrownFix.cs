using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>
/// SMTP3001: the exception that the client does throw takes the place of the other library's. If that is expected beside it already, the
/// part that never runs is removed.
/// </summary>
internal sealed class NeverThrownFix : RuleFix
{
    private const string MailKitCodes = "MailKit.Net.Smtp.SmtpStatusCode", SystemNetMailCodes = "System.Net.Mail.SmtpStatusCode";

    private static readonly string[] OfSystemNetMail = ["System.Net.Mail.SmtpException"];

    private static readonly string[] OfMailKit = ["MailKit.Net.Smtp.SmtpCommandException", "MailKit.Net.Smtp.SmtpProtocolException"];

    private static readonly string[] OfMailKitLogin =
        ["MailKit.Security.AuthenticationException", "MailKit.Security.SslHandshakeException"];

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.NeverThrown);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Model.GetSymbolInfo(context.Node).Symbol is not INamedTypeSymbol wrong)
            yield break;
        var place = new ExpectedType(context);
        var right = Right(context, wrong).SelectMany(name => context.Model.Compilation.GetTypesByMetadataName(name).Take(1)).ToList();
        if (right.Count > 0 && place.IsExpectedBeside(right[0]) && place.Verb != "Catch" && place.Removed() is { } without)
            yield return Removed(wrong, without);
        foreach (var type in right.Where(type => !place.IsExpectedBeside(type)))
        {
            var title = $"{place.Verb} {Name(type, wrong)} instead of {Name(wrong, type)}";
            foreach (var root in TypeNames.Variants(context, type, (edits, text) => Replace(context, edits, place, text)))
                yield return new FixCandidate(FixKind.RightUse, title, root);
            // Now that it does run, it may not repeat every reply.
            if (context.Symbols.Command.Contains(type) || context.Symbols.SystemNetMailException.Contains(type))
            {
                foreach (var root in TypeNames.Variants(context, type, (edits, text) => place.ReplaceForTransientReply(edits, type, text)))
                    yield return new FixCandidate(FixKind.RightUse, $"{title}, for 4xx replies", root);
            }
        }

        if (place.Verb == "Catch" && right.Count > 0 && right.All(place.IsExpectedBeside) && place.Removed() is { } dead)
            yield return Removed(wrong, dead);
    }

    private static FixCandidate Removed(ITypeSymbol wrong, (SyntaxNode Root, SyntaxNode? Dead) removed) =>
        new(FixKind.Remove, $"Remove {wrong.Name}, which is never thrown here", removed.Root)
        {
            NeverRuns = removed.Dead is null ? [] : [removed.Dead],
            Replaces = ["Or", "Handle"],
        };

    private static string[] Right(FixContext context, INamedTypeSymbol wrong)
    {
        if (!context.Symbols.SystemAuthentication.Contains(wrong))
            return wrong.ContainingNamespace?.ToDisplayString() == "System.Net.Mail" ? OfMailKit : OfSystemNetMail;
        // A try that only connects meets TLS, not a login.
        return LogsIn(context.Node) ? OfMailKitLogin : [OfMailKitLogin[1], OfMailKitLogin[0]];
    }

    private static string Name(ITypeSymbol type, ITypeSymbol other)
    {
        var isMailKit = type.ContainingNamespace.ToDisplayString().StartsWith("MailKit", StringComparison.Ordinal);
        return type.Name != other.Name ? type.Name : isMailKit ? $"MailKit's {type.Name}" : $".NET's {type.Name}";
    }

    private static bool LogsIn(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TryStatementSyntax>() is not { } attempt
        || attempt.Block.Names("Authenticate", "AuthenticateAsync");

    // The reply codes that the handler names are members of the other library's enum: they are renamed along.
    private static bool Replace(FixContext context, TextEdits edits, ExpectedType place, string name)
    {
        edits.Replace(context.Node, name);
        var others = place.Library == "System.Net.Mail" ? MailKitCodes : SystemNetMailCodes;
        foreach (var access in place.Code.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (context.Model.GetSymbolInfo(access).Symbol is IFieldSymbol { ConstantValue: int code, ContainingType: { } codes }
                && context.Mail.IsReplyCode(codes) && codes.ContainingNamespace.ToDisplayString() == place.Library
                && context.Model.Compilation.GetTypesByMetadataName(others) is [var type, ..]
                && MailSymbols.NameOf(type, code) is { } member)
            {
                edits.Replace(access, $"{context.NameOf(type, access.SpanStart)}.{member}");
            }
        }

        return true;
    }
}
