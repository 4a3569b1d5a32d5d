using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>A call whose implementation cannot be seen.</summary>
/// <param name="Site">The call, or what stands for one.</param>
/// <param name="Call">The call; null for work that began elsewhere, a dynamic call, and one that doesn't resolve.</param>
internal readonly record struct OpaqueCall(SyntaxNode Site, IInvocationOperation? Call);

/// <summary>What a piece of code calls, as far as the exception of a mail client could come out of it.</summary>
internal sealed class CallSummary
{
    private readonly List<IInvocationOperation> _mailKit = [], _systemNetMail = [];
    private readonly List<ITypeSymbol> _thrown = [];
    private readonly List<OpaqueCall> _opaque = [];

    // Of calls to a client that are given what doesn't resolve, nothing but the library is known.
    private int _unboundMailKit, _unboundSystemNetMail;

    /// <summary>The calls to MailKit's client, in source order.</summary>
    public IReadOnlyList<IInvocationOperation> MailKit => _mailKit;

    /// <summary>The calls to System.Net.Mail's client, in source order.</summary>
    public IReadOnlyList<IInvocationOperation> SystemNetMail => _systemNetMail;

    /// <summary>
    /// The calls whose implementation cannot be seen and could throw anything: of a helper of the program's, a delegate, an interface.
    /// Logging, the framework and the mail libraries are none of these.
    /// </summary>
    public IReadOnlyList<OpaqueCall> OpaqueCalls => _opaque;

    /// <summary>Whether .NET's clients of other protocols are called, whose failures have codes of their own: HTTP, FTP.</summary>
    public bool HasOtherProtocol { get; private set; }

    /// <summary>The one library whose client is called, where nothing else could throw a mail exception; else None.</summary>
    public MailLibrary SoleLibrary => _opaque.Count > 0 ? MailLibrary.None
        : (_mailKit.Count + _unboundMailKit, _systemNetMail.Count + _unboundSystemNetMail) switch
    {
        ( > 0, 0) => MailLibrary.MailKit,
        (0, > 0) => MailLibrary.SystemNetMail,
        _ => MailLibrary.None,
    };

    /// <summary>Whether the code itself throws something that a handler of <paramref name="exception"/> may catch.</summary>
    public bool Throws(ITypeSymbol exception) =>
        _thrown.Any(thrown => MailSymbols.Derives(thrown, exception) || MailSymbols.Derives(exception, thrown));

    public static CallSummary Of(SyntaxNode code, SemanticModel model, ExceptionSymbols symbols, CancellationToken cancellation)
    {
        var callees = new CallSummary();
        if (model.GetOperation(code, cancellation) is not { } operation)
        {
            callees._opaque.Add(new(code, null));
            return callees;
        }

        foreach (var part in operation.DescendantsAndSelf())
            callees.Add(part, code, symbols, model.Compilation.Assembly);
        return callees;
    }

    /// <summary>The calls and throws of both.</summary>
    public CallSummary With(CallSummary other)
    {
        var both = new CallSummary
        {
            HasOtherProtocol = HasOtherProtocol || other.HasOtherProtocol,
            _unboundMailKit = _unboundMailKit + other._unboundMailKit,
            _unboundSystemNetMail = _unboundSystemNetMail + other._unboundSystemNetMail,
        };
        both._opaque.AddRange(_opaque.Concat(other._opaque));
        both._mailKit.AddRange(_mailKit.Concat(other._mailKit));
        both._systemNetMail.AddRange(_systemNetMail.Concat(other._systemNetMail));
        both._thrown.AddRange(_thrown.Concat(other._thrown));
        return both;
    }

    private void Add(IOperation operation, SyntaxNode code, ExceptionSymbols symbols, IAssemblySymbol own)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                AddCall(call, symbols, own);
                break;
            case IThrowOperation { Exception: { } exception }:
                if (exception.Unconverted().Type is { } type)
                    _thrown.Add(type);
                break;
            case IInvalidOperation unknown when UnresolvedName.CalledOn(unknown) is { } client
                && symbols.LibraryOf(client) is not MailLibrary.None and var library:
                _unboundMailKit += library == MailLibrary.MailKit ? 1 : 0;
                _unboundSystemNetMail += library == MailLibrary.SystemNetMail ? 1 : 0;
                break;
            case IInvalidOperation unknown when UnresolvedName.IsHarmless(unknown, method => IsSeen(method, own)
                && symbols.LibraryOf(method.ContainingType) == MailLibrary.None):
                break;
            case IDynamicInvocationOperation or IInvalidOperation or IFunctionPointerInvocationOperation:
            case IMethodReferenceOperation reference when !IsSeen(reference.Method, own):
            // Work that began elsewhere: a task to be awaited, a delegate that is handed on.
            case ILocalReferenceOperation local when IsWork(local.Type) && !IsDeclaredIn(local.Local, code):
            case IParameterReferenceOperation parameter when IsWork(parameter.Type) && !IsDeclaredIn(parameter.Parameter, code):
            case IFieldReferenceOperation field when IsWork(field.Type):
            case IPropertyReferenceOperation property when IsWork(property.Type) && !IsSeen(property.Property, own):
                _opaque.Add(new(operation.Syntax, null));
                break;
        }
    }

    private void AddCall(IInvocationOperation call, ExceptionSymbols symbols, IAssemblySymbol own)
    {
        switch (symbols.LibraryOf(call))
        {
            // A method of the user's subclass is the user's.
            case not MailLibrary.None when SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, own):
                _opaque.Add(new(call.Syntax, call));
                break;
            case MailLibrary.MailKit when call.TargetMethod.Name != "Dispose":
                _mailKit.Add(call);
                break;
            case MailLibrary.SystemNetMail when call.TargetMethod.Name != "Dispose":
                _systemNetMail.Add(call);
                break;
            case MailLibrary.None:
                HasOtherProtocol |= CallKinds.IsIn(call.TargetMethod.ContainingType, "System.Net")
                    && !CallKinds.IsIn(call.TargetMethod.ContainingType, "System.Net.Mail");
                if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
                    || (!IsSeen(call.TargetMethod, own) && !CallKinds.IsReport(call)))
                {
                    _opaque.Add(new(call.Syntax, call));
                }

                break;
        }
    }

    private static bool IsSeen(ISymbol member, IAssemblySymbol own)
    {
        if (SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, own) || member.ContainingType is not { } type)
            return false;
        return CallKinds.IsIn(type, "MailKit") || CallKinds.IsIn(type, "MimeKit") || CallKinds.IsIn(type, "Polly")
            || (CallKinds.IsIn(type, "System") && !CallKinds.IsIn(type, "System.Net.Security"))
            || (CallKinds.IsIn(type, "Microsoft") && (type.TypeKind != TypeKind.Interface || CallKinds.IsIn(type, "Microsoft.Extensions")));
    }

    private static bool IsWork(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate } or { Name: "Task" or "ValueTask" };

    private static bool IsDeclaredIn(ISymbol variable, SyntaxNode code) =>
        variable.DeclaringSyntaxReferences
            .Any(declaration => declaration.SyntaxTree == code.SyntaxTree && code.Span.Contains(declaration.Span));
}
