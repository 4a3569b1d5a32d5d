using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using MailKit.Net.Smtp;
using SnmCode = System.Net.Mail.SmtpStatusCode;
using SnmException = System.Net.Mail.SmtpException;
using SnmRecipientException = System.Net.Mail.SmtpFailedRecipientException;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>What the methods of a program answer that are given a reply code, or an exception that has one: run, with every code.</summary>
internal sealed class Answers
{
    public const string Throws = "throws ";

    /// <summary>Every reply code, and System.Net.Mail's GeneralFailure where its types are used.</summary>
    private static readonly ImmutableArray<int> MailKitCodes = [.. Enumerable.Range(200, 400)], SnmCodes = [-1, .. MailKitCodes];

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, Func<int, object>> Makers = new()
    {
        [typeof(SmtpStatusCode)] = code => (SmtpStatusCode)code,
        [typeof(SnmCode)] = code => (SnmCode)code,
        [typeof(SmtpCommandException)] = Refusal,
        [typeof(SmtpResponse)] = code => new SmtpResponse((SmtpStatusCode)code, "refused"),
        [typeof(SnmException)] = code => new SnmException((SnmCode)code),
        [typeof(SnmRecipientException)] = code => new SnmRecipientException((SnmCode)code, "<b@example.com>"),
    };

    private Answers(Dictionary<string, IReadOnlyDictionary<int, string>> byMethod) => ByMethod = byMethod;

    /// <summary>By type and method, by code: what it returns, or throws.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> ByMethod { get; }

    /// <summary>The answers of the method that a pin names; null where there is none.</summary>
    public IReadOnlyDictionary<int, string>? Of(Pin pin) =>
        ByMethod.FirstOrDefault(method => $".{method.Key}".EndsWith($".{pin.Method}", StringComparison.Ordinal)).Value;

    public static Answers Run(byte[] assembly)
    {
        var context = new AssemblyLoadContext("Answers", isCollectible: true);
        try
        {
            var methods =
                from type in context.LoadFromStream(new MemoryStream(assembly)).GetTypes()
                where !type.ContainsGenericParameters && !type.IsInterface && !type.IsDefined(typeof(CompilerGeneratedAttribute))
                from method in type.GetMethods(Own | BindingFlags.Static)
                where CanRun(method)
                select method;
            return new(methods.GroupBy(Name).ToDictionary(some => some.Key, some => Run(some.First())));
        }
        finally
        {
            context.Unload();
        }
    }

    // A task may wait for minutes, and what returns nothing says nothing.
    private static bool CanRun(MethodInfo method) =>
        !method.IsAbstract && !method.ContainsGenericParameters && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && method.ReturnType != typeof(void) && !typeof(Task).IsAssignableFrom(method.ReturnType)
        && method.GetParameters() is [{ ParameterType: var first }, ..] && Makers.ContainsKey(first);

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName!.Replace('+', '.')}.{method.Name}";

    private static IReadOnlyDictionary<int, string> Run(MethodInfo method)
    {
        var target = method.IsStatic || method.DeclaringType!.IsAbstract ? null : RuntimeObject(method.DeclaringType!);
        if (target is null && !method.IsStatic)
            return ImmutableDictionary<int, string>.Empty;
        var parameters = method.GetParameters();
        var arguments = parameters.Select(Default).ToArray();
        var codes = parameters[0].ParameterType.Namespace == typeof(SnmCode).Namespace ? SnmCodes : MailKitCodes;
        return codes.ToDictionary(code => code, code =>
        {
            arguments[0] = Makers[parameters[0].ParameterType](code);
            try
            {
                return method.Invoke(target, arguments)?.ToString() ?? "null";
            }
            catch (TargetInvocationException exception)
            {
                return $"{Throws}{exception.InnerException!.GetType().Name}: {exception.InnerException.Message}";
            }
        });
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;

    private static object RuntimeObject(Type type) => type.GetConstructor(Own, []) is { } constructor
        ? constructor.Invoke([])
        : RuntimeHelpers.GetUninitializedObject(type);

    private static SmtpCommandException Refusal(int code) => new(SmtpErrorCode.RecipientNotAccepted, (SmtpStatusCode)code, "refused");
}
