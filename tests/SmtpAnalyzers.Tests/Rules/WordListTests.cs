using System.Text.RegularExpressions;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>The word lists of docs/configuration.md find what is written in their language, and nothing is found without them.</summary>
public sealed partial class WordListTests
{
    // By language: what is given up, what is retried, what is delivered, what fails, and names that a list must not misread.
    public static readonly TheoryData<string, string> Snippets = new()
    {
        { "Portuguese", """
            enum Destino { ErroPermanente, Outro }
            Destino Of(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|} ? Destino.ErroPermanente : Destino.Outro;
            """ },
        { "Portuguese", "bool DeveReenviar(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};" },
        { "Portuguese", "bool FoiEntregue(SmtpStatusCode c) => (int)c < {|SMTP1004:500|};" },
        { "Portuguese", "bool Falhou(SmtpStatusCode c) => c == {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|};" },
        { "Spanish", """
            void Descartar() { }
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) Descartar();
            }
            """ },
        { "Spanish", "bool EsErrorTemporal(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};" },
        { "Spanish", "bool FueEnviado(SmtpStatusCode c) => (int)c < {|SMTP1004:500|};" },
        { "Spanish", "bool EnvioFallido(SmtpStatusCode c) => c == {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|};" },
        { "German", "bool IstDauerhafterFehler(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|};" },
        { "German", """
            void SpäterVersuchen() { }
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) SpäterVersuchen();
            }
            """ },
        { "German", """
            enum Ergebnis { Zugestellt, Sonst }
            Ergebnis Of(SmtpStatusCode c) => (int)c < {|SMTP1004:500|} ? Ergebnis.Zugestellt : Ergebnis.Sonst;
            """ },
        { "German", "bool IstFehlgeschlagen(SmtpStatusCode c) => c == {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|};" },
        { "French", """
            enum Suite { ÉchecDéfinitif, Autre }
            Suite Of(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|} ? Suite.ÉchecDéfinitif : Suite.Autre;
            """ },
        { "French", "bool FautRéessayer(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};" },
        { "French", "bool EstLivré(SmtpStatusCode c) => (int)c < {|SMTP1004:500|};" },
        { "French", "bool EstRefusé(SmtpStatusCode c) => c == {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|};" },
        { "Chinese", "enum 结果 { 永久失败, 其他 } 结果 Of(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|} ? 结果.永久失败 : 结果.其他;" },
        { "Chinese", "bool 应该重试(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};" },
        { "Chinese", "enum 结果 { 已送达, 其他 } 结果 Of(SmtpStatusCode c) => (int)c < {|SMTP1004:500|} ? 结果.已送达 : 结果.其他;" },
        { "Chinese", """
            enum 结果 { 发送失败, 其他 }
            结果 Of(SmtpStatusCode c) => c == {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|} ? 结果.发送失败 : 结果.其他;
            """ },
    };

    public static readonly TheoryData<string, string> Silent = new()
    {
        { "Portuguese", "bool NaoPermanente(SmtpStatusCode c) => (int)c / 100 == 4;" },
        { "Portuguese", "bool NãoTentarNovamente(SmtpStatusCode c) => (int)c / 100 == 5;" },
        { "Portuguese", """
            int totalReenviado;
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) totalReenviado++;
            }
            """ },
        { "Spanish", "bool NoReintentar(SmtpStatusCode c) => (int)c / 100 == 5;" },
        { "Spanish", "bool NoPermanente(SmtpStatusCode c) => (int)c / 100 == 4;" },
        { "Spanish", "bool NoEntregado(SmtpStatusCode c) => (int)c >= 400;" },
        { "German", "bool NichtWiederholen(SmtpStatusCode c) => (int)c / 100 == 5;" },
        { "German", "bool NichtEndgültig(SmtpStatusCode c) => (int)c / 100 == 4;" },
        { "German", "bool NichtZugestellt(SmtpStatusCode c) => (int)c >= 400;" },
        { "French", "bool NePasRéessayer(SmtpStatusCode c) => (int)c / 100 == 5;" },
        { "French", "bool NonTemporaire(SmtpStatusCode c) => (int)c / 100 == 5;" },
        { "French", "bool NonLivré(SmtpStatusCode c) => (int)c >= 400;" },
        { "Chinese", "bool 不再重试(SmtpStatusCode c) => (int)c / 100 == 5;" },
        { "Chinese", "bool 应该重试(SmtpStatusCode c) => (int)c / 100 == 4;" },
    };

    [Theory, MemberData(nameof(Snippets))]
    public async Task Mistake_is_found_with_the_list_and_not_without(string language, string member)
    {
        await Verify.With(ListOf(language)).MailKit(member);
        await Verify.MailKit(Markup().Replace(member, "$1"));
    }

    [Theory, MemberData(nameof(Silent))]
    public Task Right_code_is_silent_with_the_list(string language, string member) => Verify.With(ListOf(language)).MailKit(member);

    [Fact]
    public void Each_language_sets_all_four_lists() => Assert.All(
        Snippets.Select(row => row.Data.Item1).Distinct(),
        language => Assert.Equal(
            ["retry_names", "give_up_names", "delivered_names", "failure_names"],
            Key().Matches(ListOf(language)).Select(key => key.Groups[1].Value)));

    // The options of the block under the line that begins with the language, without the section's heading.
    private static string ListOf(string language)
    {
        var lines = Repository.Lines("docs/configuration.md");
        var heading = Array.FindIndex(lines, line => Heading(language).IsMatch(line));
        var block = Page.At("docs/configuration.md").Configurations.First(block => block.Line > heading + 1);
        return block.Text.Replace("[*.cs]\n", "");
    }

    private static Regex Heading(string language) => new($"^{language}\\b.*:$");

    [GeneratedRegex(@"\{\|SMTP\d{4}:(.*?)\|\}")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^smtp_analyzers\.(\w+) = ", RegexOptions.Multiline)]
    private static partial Regex Key();
}
