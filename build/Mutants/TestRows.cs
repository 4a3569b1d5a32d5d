using System.Reflection;
using SmtpAnalyzers.Tests.Smtp;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace SmtpAnalyzers.Mutants;

/// <summary>The facts and the rows of theories in a namespace, called without a test runner.</summary>
internal static class TestRows
{
    public static IEnumerable<Row> In(string space) =>
        from type in typeof(ReplyCodeSetTests).Assembly.GetTypes()
        where type.Namespace == $"SmtpAnalyzers.Tests.{space}"
        from method in type.GetMethods()
        where method.GetCustomAttributes().OfType<IFactAttribute>().Any(static fact => fact.Skip is null)
        from arguments in Arguments(method)
        select new Row($"{space}.{type.Name}.{method.Name}({Text(arguments)})", () => Passes(type, method, arguments));

    private static IEnumerable<object?[]> Arguments(MethodInfo method) => method.GetParameters().Length == 0
        ? [[]]
        : method.GetCustomAttributes().OfType<IDataAttribute>()
            .SelectMany(data => Rows(data, method))
            .Select(row => Complete(method, row.GetData()));

    private static IEnumerable<ITheoryDataRow> Rows(IDataAttribute data, MethodInfo method)
    {
        // A row that a runner could not show by itself is a row, too.
        if (data is MemberDataAttribute member)
            (member.MemberType, member.DisableDiscoveryEnumeration) = (method.DeclaringType, false);
        return data.GetData(method, new DisposalTracker()).AsTask().GetAwaiter().GetResult();
    }

    private static object?[] Complete(MethodInfo method, object?[] given) =>
        [.. given, .. method.GetParameters().Skip(given.Length).Select(static parameter => parameter.DefaultValue)];

    private static bool Passes(Type type, MethodInfo method, object?[] arguments)
    {
        var test = method.IsStatic ? null : Activator.CreateInstance(type);
        var result = method.Invoke(test, arguments);
        (result as Task)?.GetAwaiter().GetResult();
        (result as ValueTask?)?.AsTask().GetAwaiter().GetResult();
        (test as IDisposable)?.Dispose();
        return true;
    }

    private static string Text(object?[] arguments) => Change.Short(string.Join(", ", arguments));
}
