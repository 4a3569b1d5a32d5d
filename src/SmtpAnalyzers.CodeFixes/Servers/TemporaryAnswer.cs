using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.CodeFixes.Exceptions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Servers;

/// <summary>Writes an answer of a server anew, so that the client tries again later.</summary>
/// <param name="context">The finding.</param>
/// <param name="edits">Takes the changes.</param>
internal sealed class TemporaryAnswer(FixContext context, TextEdits edits)
{
    private const string Throwing = "new SmtpResponseException";

    private readonly List<string> _adds = [], _replaces = [];

    /// <summary>The effects that are new.</summary>
    public IReadOnlyCollection<string> Adds => _adds;

    /// <summary>The effects that others take the place of.</summary>
    public IReadOnlyCollection<string> Replaces => _replaces;

    /// <summary>Writes <paramref name="answer"/> as a temporary one. False where the API has none, or where it stands elsewhere.</summary>
    public bool Replace(ServerAnswer answer)
    {
        if (context.Node.FirstAncestorOrSelf<TryStatementSyntax>()?.Parent is not { } around || !around.Span.Contains(answer.Syntax.Span))
            return false;
        switch (answer.Form)
        {
            case AnswerForm.Ready when answer.Syntax is ExpressionSyntax ready && Response(ready) is { } response:
                if (ThrownIn(ready) is { } thrown && IsInStore(thrown))
                {
                    edits.Replace(thrown, $"return {response};");
                    _replaces.AddRange([Effects.Throw, Throwing]);
                }
                else
                {
                    edits.Replace(ready, response);
                }

                return true;
            case AnswerForm.Created when answer.Syntax is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [_, ..] arguments }:
                return ReplaceCreated(arguments);
            case AnswerForm.Code when answer.Syntax is ExpressionSyntax code:
                return ReplaceCode(code);
            case AnswerForm.Number:
                edits.Replace(answer.Syntax, "451");
                return true;
            case AnswerForm.Text:
                return ReplaceText(answer);
            case AnswerForm.Filter:
                return ReplaceFilter(answer.Syntax);
            default:
                return false;
        }
    }

    /// <summary>Writes an answer into the handler of <paramref name="fault"/>, which has none.</summary>
    public bool Add(ServerFault fault)
    {
        if (fault.Exit is not ReturnStatementSyntax { Expression: { } below } || context.File.Mail.Servers.PackageResponse is not { } type)
            return false;
        var isFilter = fault.Answers[0].Form == AnswerForm.Filter;
        if (New(type, below.SpanStart) is not { } response || (isFilter && Exception(response, below.SpanStart) is null))
            return false;
        var statement = isFilter ? $"throw {Exception(response, below.SpanStart)};"
            : IsTask(below) ? $"return Task.FromResult({response});" : $"return {response};";
        _adds.AddRange(isFilter ? [Effects.Throw, Throwing] : IsTask(below) ? ["FromResult"] : []);
        edits.InsertLast(fault.Handler.Block, statement);
        return true;
    }

    // In a method that is not async.
    private static bool IsTask(ExpressionSyntax returned) => returned is InvocationExpressionSyntax;

    // As the name is written in the place of the old one.
    private string? Response(ExpressionSyntax ready) =>
        context.Model.GetTypeInfo(ready, context.Cancellation).Type is INamedTypeSymbol type ? New(type, ready.SpanStart) : null;

    private string? New(INamedTypeSymbol type, int position)
    {
        var constructor = type.InstanceConstructors
            .Where(static one => one.Parameters is [{ Type.TypeKind: TypeKind.Enum } or { Type.SpecialType: SpecialType.System_Int32 }, ..]
                && one.Parameters.Skip(2).All(static rest => rest.IsOptional)
                && (one.Parameters.Length == 1 || one.Parameters[1].Type.SpecialType == SpecialType.System_String
                    || one.Parameters[1].IsOptional))
            .OrderByDescending(static one => one.Parameters.Length > 1 && one.Parameters[1].Type.SpecialType == SpecialType.System_String)
            .FirstOrDefault();
        if (constructor is null || CodeOf(constructor.Parameters[0].Type, position) is not { } code)
            return null;
        var text = constructor.Parameters.Length > 1 && constructor.Parameters[1].Type.SpecialType == SpecialType.System_String
            ? ", \"Temporary failure, try again later\"" : "";
        _adds.Add($"new {context.NameOf(type, position)}");
        return $"new {context.NameOf(type, position)}({code}{text})";
    }

    private string? CodeOf(ITypeSymbol type, int position)
    {
        if (type.SpecialType == SpecialType.System_Int32)
            return "451";
        var name = new[] { 451, 450, 421 }.Select(code => MailSymbols.NameOf(type, code)).FirstOrDefault(static one => one is not null);
        return name is null ? null : $"{context.NameOf(type, position)}.{name}";
    }

    private bool ReplaceCreated(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (arguments.FirstOrDefault(argument => IsCode(argument.Expression))?.Expression is not { } code || !ReplaceCode(code))
            return false;
        foreach (var literal in arguments.SelectMany(static argument => argument.DescendantNodesAndSelf()).OfType<LiteralExpressionSyntax>()
            .Where(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression)))
        {
            var text = literal.Token.ValueText;
            if (context.Options.Vocabulary.OfText(text) == Outcome.GiveUp)
                edits.Replace(literal, "\"Temporary failure, try again later\"");
            else if (text.StartsWith("5.", StringComparison.Ordinal) && literal.Token.Text.IndexOf('5') is var at and >= 0)
                edits.Replace(new TextSpan(literal.SpanStart + at, 1), "4");
        }

        return true;
    }

    private bool IsCode(ExpressionSyntax value) =>
        context.Model.GetTypeInfo(value, context.Cancellation).Type is { } type
        && (type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Int32);

    private bool ReplaceCode(ExpressionSyntax code)
    {
        if (context.Model.GetTypeInfo(code, context.Cancellation).Type is not { } type || CodeOf(type, code.SpanStart) is not { } written)
            return false;
        // As the old one is qualified.
        if (code is MemberAccessExpressionSyntax { Name: var name } && written.LastIndexOf('.') is var dot and >= 0)
            edits.Replace(name, written.Substring(dot + 1));
        else
            edits.Replace(code, written);
        return true;
    }

    private bool ReplaceText(ServerAnswer answer)
    {
        var (source, code) = (answer.Syntax.ToString(), answer.Code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var start = source.IndexOf(code, StringComparison.Ordinal);
        if (start < 0 || context.Options.Vocabulary.OfText(source) == Outcome.GiveUp)
            return false;
        edits.Replace(new TextSpan(answer.Syntax.SpanStart + start, 3), "451");
        var enhanced = start + 4;
        if (enhanced + 1 < source.Length && source[enhanced] == '5' && source[enhanced + 1] == '.')
            edits.Replace(new TextSpan(answer.Syntax.SpanStart + enhanced, 1), "4");
        return true;
    }

    private bool ReplaceFilter(SyntaxNode answer)
    {
        var position = answer.SpanStart;
        if (answer.FirstAncestorOrSelf<ReturnStatementSyntax>() is not { } exit || context.File.Mail.Servers.PackageResponse is not { } type
            || New(type, position) is not { } response || Exception(response, position) is not { } exception)
        {
            return false;
        }

        edits.Replace(exit, $"throw {exception};");
        _adds.AddRange([Effects.Throw, Throwing]);
        _replaces.Add("FromResult");
        return true;
    }

    private string? Exception(string response, int position)
    {
        if (context.File.Mail.Servers.ResponseException is not { } type)
            return null;
        _adds.Add($"new {context.NameOf(type, position)}");
        return $"new {context.NameOf(type, position)}({response})";
    }

    private static ThrowStatementSyntax? ThrownIn(SyntaxNode response) =>
        response.Parent is ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax thrown } }
            ? thrown : null;

    // The package sends nothing when a store throws the response, at least in version 11.1.
    private bool IsInStore(SyntaxNode node) => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.Modifiers.Any(SyntaxKind.AsyncKeyword) && Operations.CallSyntax.FunctionAround(node) == method
        && context.File.Mail.Servers.IsStore(context.Model.GetDeclaredSymbol(method, context.Cancellation));
}
