using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Tests.Naming;

/// <summary>The words of names, and the forms that a word takes.</summary>
public sealed class WordSplitterTests
{
    [Theory]
    [InlineData("SMTPErrorCode", "smtp error code")]
    [InlineData("SMTPOk", "smtp ok")]
    [InlineData("IOError", "io error")]
    [InlineData("aB", "a b")]
    [InlineData("shouldRETRY", "should retry")]
    [InlineData("snake_case__NAME_", "snake case name")]
    [InlineData("_field", "field")]
    [InlineData("@class", "class")]
    [InlineData("Permanent550Error", "permanent 550 error")]
    [InlineData("ShouldRetry2", "should retry")]
    [InlineData("Code450", "code")]
    [InlineData("A2", "a")]
    [InlineData("550", "550")]
    [InlineData("ReQueue", "requeue")]
    [InlineData("UnDeliverable", "undeliverable")]
    [InlineData("SendEMailNow", "send email now")]
    [InlineData("EMails", "emails")]
    [InlineData("XMail", "x mail")]
    [InlineData("EBill", "e bill")]
    [InlineData("_", "")]
    [InlineData("", "")]
    public void A_name_has_words(string name, string words) => Assert.Equal(words, string.Join(' ', WordSplitter.OfName(name)));

    [Theory]
    [InlineData("retry", "retries retried retrying")]
    [InlineData("delay", "delays delayed delaying delayyed delayying")]
    [InlineData("queue", "queues queued queuing")]
    [InlineData("be", "bes bed bing")]
    [InlineData("map", "maps maped maping mapped mapping")]
    [InlineData("set", "sets seted seting setted setting")]
    [InlineData("skip", "skips skiped skiping skipped skipping")]
    [InlineData("drop", "drops droped droping dropped dropping")]
    [InlineData("run", "runs runed runing runned running")]
    [InlineData("fix", "fixes fixed fixing fixxed fixxing")]
    [InlineData("pass", "passes passed passing")]
    [InlineData("push", "pushes pushed pushing")]
    [InlineData("need", "needs needed needing needded needding")]
    [InlineData("go", "gos goed going")]
    [InlineData("delivered", "")]
    [InlineData("x", "")]
    public void A_word_has_forms(string word, string others) =>
        Assert.Equal([word, .. others.Split(' ', StringSplitOptions.RemoveEmptyEntries)], WordSplitter.Forms(word));

    [Fact]
    public void A_long_word_is_read() => Assert.Equal([new string('a', 100)], WordSplitter.OfName(new string('A', 100)));
}
