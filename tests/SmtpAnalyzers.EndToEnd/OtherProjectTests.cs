using SmtpAnalyzers.EndToEnd.Harness;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>Projects without MailKit, and one with the oldest language that netstandard2.0 defaults to.</summary>
public sealed class OtherProjectTests(OtherProjectTests.WithoutMailKit plain, OtherProjectTests.NetStandard old)
    : IClassFixture<OtherProjectTests.WithoutMailKit>, IClassFixture<OtherProjectTests.NetStandard>
{
    [Fact]
    public async Task SystemNetMail_alone()
    {
        var source = plain.Use("SystemNetMailer.cs");
        (await plain.BuildAsync()).Succeeded().Reports(source);
    }

    [Fact]
    public async Task No_mail_at_all()
    {
        plain.Use("NoMail.cs");
        var build = (await plain.BuildAsync("-p:TreatWarningsAsErrors=true")).Succeeded();
        Assert.Empty(build.Results);
    }

    [Fact]
    public async Task CSharp_7_3_is_read_and_its_fixes_speak_it()
    {
        var source = old.Use("CSharp73Mailer.cs");
        (await old.BuildAsync()).Succeeded().Reports(source);

        var text = await old.FixAsync("SMTP1001", "SMTP1002");

        Assert.Contains("(int)ex.StatusCode / 100 == 5;", text);
        Assert.Empty((await old.BuildAsync("-p:TreatWarningsAsErrors=true")).Succeeded().Findings);
    }

    public sealed class WithoutMailKit(PackedPackage package) : UserProject(package, "net10.0");

    public sealed class NetStandard(PackedPackage package) : UserProject(package, "netstandard2.0", "MailKit");
}
