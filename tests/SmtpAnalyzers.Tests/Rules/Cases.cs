namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Rows of a theory: a sentence that names each, and its source.</summary>
public sealed class Cases : TheoryData<string>
{
    public void Add(string sentence, string source) => Add(new TheoryDataRow<string>(source) { TestDisplayName = sentence });
}
