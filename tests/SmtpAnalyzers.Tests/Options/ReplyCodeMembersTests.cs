using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Options;

namespace SmtpAnalyzers.Tests.Options;

public sealed class ReplyCodeMembersTests
{
    private const string Source = """
        namespace Acme
        {
            public enum Answer { Fine = 250 }
            public class Session
            {
                public virtual int LastReply => 250;
                public int Last;
                public int Read(string line) => 250;
                public int Read(int line) => 250;
                public class Inner<T> { public int Code => 250; }
            }
            public class Tls : Session { public override int LastReply => 220; }
            public class Other { public int LastReply => 200; }
            public static class Extensions { public static int CodeOf(this Session session) => 250; }
        }
        """;

    [Theory]
    [InlineData("P:Acme.Session.LastReply", "LastReply of Session", "LastReply of Tls")]
    [InlineData("F:Acme.Session.Last", "Last of Session")]
    [InlineData("M:Acme.Session.Read(System.String)", "Read of Session")]
    [InlineData("P:Acme.Session.Inner`1.Code", "Code of Inner")]
    [InlineData("M:Acme.Extensions.CodeOf(Acme.Session)", "CodeOf of Extensions")]
    [InlineData("T:Acme.Answer", "Answer of ")]
    [InlineData("P:Acme.Session.NoSuch|P:Elsewhere.LastReply|T:|P:.")]
    public void Are_told_by_their_documentation_ids(string ids, params string[] members)
    {
        var named = new ReplyCodeMembers(ids.Split('|').ToImmutableHashSet());
        var compilation = CSharpCompilation.Create("Acme", [CSharpSyntaxTree.ParseText(Source)], References.OfThisProcess);
        var symbols = compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(space => space.Name == "Acme").GetMembers()
            .SelectMany(type => type.GetMembers().Concat(type.GetTypeMembers().SelectMany(inner => inner.GetMembers())).Prepend(type));
        Assert.Equal(members, symbols.Where(named.Contains).Select(symbol => $"{symbol.Name} of {symbol.ContainingType?.Name}"));
    }

    [Fact]
    public void Names_are_simple_names() =>
        Assert.Equal(["Code", "LastReply", "Read"],
            new ReplyCodeMembers(["P:A.I`1.Code", "P:A.B.LastReply", "M:A.B.Read``1(System.Func{A.X})"]).Names.Order());
}
