using SmtpAnalyzers.Documentation;
using SmtpAnalyzers.Tests;

// Writes the facts of the catalogue into the tables of docs/reply-codes.md; the prose stays as it is.
var lines = ReplyCodePage.Update(Repository.Lines(ReplyCodePage.Path)).ToList();
await File.WriteAllTextAsync(Path.Combine(Repository.Root, ReplyCodePage.Path), string.Join('\n', lines) + "\n");
Console.WriteLine(ReplyCodePage.Path);
