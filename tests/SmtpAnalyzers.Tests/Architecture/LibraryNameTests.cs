using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Tests.Architecture;

/// <summary>Every string that names a type or member of a library names one that the real library has.</summary>
public sealed class LibraryNameTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Mail =
    [
        typeof(MailKit.Net.Smtp.SmtpClient).Assembly, typeof(System.Net.Mail.SmtpClient).Assembly, typeof(object).Assembly,
        typeof(System.Security.Authentication.AuthenticationException).Assembly, typeof(MimeKit.HeaderList).Assembly,
        typeof(SmtpServer.SmtpServer).Assembly,
    ];

    private static readonly Assembly[] Polly = [typeof(Polly.Policy).Assembly, typeof(Polly.ResiliencePipeline).Assembly];

    // The first words of the methods by which a program sends mail itself.
    private static readonly string[] OfUsers = ["Deliver", "TrySend"];

    // Until version 10 of SmtpServer.
    private static readonly string[] Gone = ["SmtpServer.Storage.MailboxFilterResult"];

    public static IEnumerable<TheoryDataRow<string, string>> MailNames =>
        from file in new[] { "MailSymbols", "ExceptionSymbols", "DeliveryReports", "ServerSymbols" }
        from name in StringsIn($"src/SmtpAnalyzers/Symbols/{file}.cs").Except(OfUsers).Except(Gone)
        select new TheoryDataRow<string, string>(file, name);

    public static IEnumerable<TheoryDataRow<string>> PollyNames =>
        StringsIn("src/SmtpAnalyzers/Symbols/PollySymbols.cs").Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(MailNames))]
    public void Exists_in_a_mail_library(string file, string name) => Assert.True(Exists(name, Mail), $"{file} names {name}");

    [Theory, MemberData(nameof(PollyNames))]
    public void Exists_in_Polly(string name) => Assert.True(Exists(name, Polly), $"PollySymbols names {name}");

    [Theory]
    [InlineData("MailKit.Net.Smtp.SmtpClients")]
    [InlineData("OnRecipientRefused")]
    public void Knows_what_does_not_exist(string name) => Assert.False(Exists(name, Mail));

    private static bool Exists(string name, Assembly[] assemblies) =>
        name.Contains('.') ? assemblies.Any(assembly => assembly.GetType(name) is { IsPublic: true })
        : assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Any(type => IsCalled(type, name));

    // A generic type is called "RetryStrategyOptions`1"; a part of a namespace is compared one by one ("Mail").
    private static bool IsCalled(Type type, string name) =>
        type.Name.Split('`')[0] == name || type.Namespace?.Split('.').Contains(name) == true
        || type.GetMembers(Declared).Any(member => member.Name == name && IsVisible(member));

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic,
        _ => true,
    };

    // The values of the strings of a file: literals, sums with the constants of the file, nameof. A constant that is only a prefix is none.
    private static IEnumerable<string> StringsIn(string path)
    {
        var file = SourceFiles.At(path);
        var prefixes = file.Nodes<VariableDeclaratorSyntax>()
            .Where(variable => variable.Initializer?.Value is LiteralExpressionSyntax { Token.Value: string text } && text.EndsWith('.'))
            .ToDictionary(variable => variable.Identifier.ValueText, variable => ValueOf(variable.Initializer!.Value, []));
        return file.Nodes<ExpressionSyntax>()
            .Where(node => node.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            .Select(node => ValueOf(node, prefixes))
            .OfType<string>()
            .Where(text => text != "" && !text.EndsWith('.'))
            .Distinct();
    }

    private static string? ValueOf(ExpressionSyntax expression, Dictionary<string, string?> prefixes) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: IdentifierNameSyntax prefix } sum
            when prefixes.TryGetValue(prefix.Identifier.ValueText, out var start) => start + ValueOf(sum.Right, prefixes),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call =>
            call.ArgumentList.Arguments[0].ToString().Split('.')[^1],
        _ => null,
    };
}
