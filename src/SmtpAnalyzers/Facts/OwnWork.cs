using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>How surely a piece of code can fail for a time.</summary>
internal enum WorkKind
{
    /// <summary>It reads and converts what it was given: its failures are the input's fault, and last.</summary>
    None,

    /// <summary>It calls something of the program's that is not named for reading or checking.</summary>
    Opaque,

    /// <summary>It uses files, the network or a database, or awaits something of the program's.</summary>
    Certain,
}

/// <summary>Finds the work in a server's code that fails when a disk is full or a database is down, whatever the message is.</summary>
/// <param name="file">The file.</param>
internal sealed class OwnWork(MailFile file)
{
    private const int MaxDepth = 3;

    private static readonly ImmutableHashSet<string> Pure = WordSplitter.InAnyForm(
        "parse validate verify check decode encode deserialize serialize convert map build create format extract ensure assert guard read "
        + "split trim compare match normalize sanitize authenticate login authorize")
        .Union(WordSplitter.Exactly("to from is has can as get set try require contains equals load"));

    // What these do goes to a disk, a database or another machine. To add is as often done in memory.
    private static readonly ImmutableHashSet<string> Lasting = WordSplitter.Exactly(
        "save insert upsert execute commit upload publish send persist");

    private static readonly string[] FileTypes = ["File", "Directory", "FileInfo", "DirectoryInfo", "FileStream", "FileSystemInfo"];

    private static readonly string[] Networks =
        ["System.Net.Http", "System.Data", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "System.Messaging"];

    /// <summary>The work in <paramref name="code"/>: the surest part of it.</summary>
    public WorkKind In(SyntaxNode code) => Sites(code).Select(static site => site.Kind).DefaultIfEmpty().Max();

    /// <summary>The calls in <paramref name="code"/> that are work.</summary>
    public IEnumerable<(IOperation Operation, WorkKind Kind)> Sites(SyntaxNode code) => Sites(file.Values.Operation(code), 0);

    private IEnumerable<(IOperation, WorkKind)> Sites(IOperation? code, int depth) =>
        from operation in code?.DescendantsAndSelf() ?? []
        let kind = Of(operation, depth)
        where kind != WorkKind.None && !IsLeftAlone(operation.Syntax)
        select (operation, kind);

    // _ = Task.Run(...): nobody here gets its exceptions.
    private static bool IsLeftAlone(SyntaxNode work) => work.Ancestors()
        .TakeWhile(static node => node is not MemberDeclarationSyntax)
        .Any(static node => node is AssignmentExpressionSyntax
        {
            Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Right: not AwaitExpressionSyntax,
        });

    private WorkKind Of(IOperation operation, int depth) => operation switch
    {
        IInvocationOperation call => OfCall(call, depth),
        IObjectCreationOperation { Type: { } type, Arguments: [{ Value.Type.SpecialType: SpecialType.System_String }, ..] }
            when IsFile(type) || type.Name is "StreamWriter" => WorkKind.Certain,
        IInvalidOperation { Syntax: InvocationExpressionSyntax call } => OfUnresolved(call, operation.Parent is IAwaitOperation),
        _ => WorkKind.None,
    };

    // Of a package that is not restored: what is awaited goes somewhere, but for what looks at the message. What is not awaited may be a
    // log or a list, unless the message is handed to somebody.
    private static WorkKind OfUnresolved(InvocationExpressionSyntax call, bool isAwaited) =>
        CallSyntax.MethodName(call) is not { } name || WordSplitter.OfName(name) is not [var verb, ..] ? WorkKind.None
        : (isAwaited ? !IsPure(verb, isAwaited) : Lasting.Contains(verb)) ? WorkKind.Certain
        : verb is "invoke" or "handle" or "process" ? WorkKind.Opaque
        : WorkKind.None;

    private WorkKind OfCall(IInvocationOperation call, int depth)
    {
        var (method, type) = (call.TargetMethod, call.TargetMethod.ContainingType);
        if (CallKinds.IsToReport(call) || method.Name is "ToString" or "Dispose" or "DisposeAsync" or "ConfigureAwait")
            return WorkKind.None;
        if (file.Mail.IsClient(call) || IsFile(type) || CallKinds.IsIn(type, Networks))
            return WorkKind.Certain;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return IsTask(call.Type) ? WorkKind.Certain : WorkKind.Opaque;
        if (CallKinds.IsFramework(type) || CallKinds.IsIn(type, "SmtpServer"))
            return WorkKind.None;
        // Another store answers for itself.
        if (file.Mail.Servers.IsResponse(ServerSymbols.ResultOf(call.Type)) && method.Name == "SaveAsync")
            return WorkKind.Opaque;
        if (depth < MaxDepth && BodyOf(method) is { } body)
            return Escaping(body, depth + 1);
        return WordSplitter.OfName(method.Name) is [var verb, ..] && !IsPure(verb, IsTask(call.Type))
            ? IsTask(call.Type) ? WorkKind.Certain : WorkKind.Opaque
            : WorkKind.None;
    }

    private WorkKind Escaping(SyntaxNode body, int depth) => Sites(file.Values.Operation(body), depth)
        .Where(site => !new FaultHandlers(file).Catch(site.Item1.Syntax, body))
        .Select(static site => site.Item2).DefaultIfEmpty().Max();

    // What is awaited goes somewhere, but for what looks at the message.
    private static bool IsPure(string verb, bool isAwaited) =>
        Pure.Contains(verb) && !(isAwaited && verb is "get" or "load" or "create" or "set" or "has" or "is" or "try");

    // Not where the method can be another one in a derived class.
    private SyntaxNode? BodyOf(IMethodSymbol method) =>
        method.IsAbstract || method.IsVirtual ? null
        : method.DeclaringSyntaxReferences.FirstOrDefault(one => one.SyntaxTree == file.Root.SyntaxTree)?.GetSyntax(file.Cancellation);

    private static bool IsFile(ITypeSymbol type) => CallKinds.IsIn(type, "System.IO") && Array.IndexOf(FileTypes, type.Name) >= 0;

    private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" };
}
