using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using StreamJsonRpc;

namespace SmtpAnalyzers.EndToEnd.Harness;

/// <summary>
/// csharp-ls, the language server of many editors, on a folder with a project that is restored. Only what the tests need.
/// </summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    // What an editor's user has to set: the server runs analyzers only then.
    private const string Settings = """{ "analyzersEnabled": true }""";

    private readonly Process _process;

    private readonly JsonRpc _rpc;

    private readonly string _folder;

    private LanguageServer(Process process, string folder)
    {
        (_process, _folder) = (process, folder);
        var formatter = new SystemTextJsonFormatter();
        _rpc = new JsonRpc(new HeaderDelimitedMessageHandler(process.StandardInput.BaseStream, process.StandardOutput.BaseStream,
            formatter));
        _rpc.AddLocalRpcMethod("workspace/configuration", (JsonElement items) =>
            items.EnumerateArray().Select(_ => JsonNode.Parse(Settings)).ToArray());
        _rpc.AddLocalRpcMethod("client/registerCapability", (JsonElement registrations) => { });
        _rpc.AddLocalRpcMethod("window/workDoneProgress/create", (JsonElement token) => { });
        _rpc.StartListening();
    }

    public static async Task<LanguageServer> StartAsync(string folder, CancellationToken stopping)
    {
        await Dotnet.RunAsync(Folders.Repository, "tool", "restore");
        var start = new ProcessStartInfo("dotnet", ["csharp-ls"])
        {
            WorkingDirectory = Folders.Repository,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var server = new LanguageServer(process, folder);
        await server._rpc.InvokeWithParameterObjectAsync<JsonElement>("initialize", new
        {
            processId = Environment.ProcessId,
            rootUri = new Uri(folder),
            workspaceFolders = new[] { new { uri = new Uri(folder), name = "mailer" } },
            capabilities = new
            {
                workspace = new { configuration = true },
                textDocument = new { diagnostic = new { dynamicRegistration = true } },
            },
        }, stopping);
        await server._rpc.NotifyWithParameterObjectAsync("initialized", new { });
        return server;
    }

    /// <summary>What the server shows for <paramref name="name"/>: ids of diagnostics with their lines, counted from one.</summary>
    public async Task<IReadOnlyList<(string Id, int Line)>> DiagnosticsAsync(string name, CancellationToken stopping)
    {
        var path = Path.Combine(_folder, name);
        var uri = new Uri(path);
        var text = await File.ReadAllTextAsync(path, stopping);
        await _rpc.NotifyWithParameterObjectAsync(
            "textDocument/didOpen", new { textDocument = new { uri, languageId = "csharp", version = 1, text } });
        var report = await _rpc.InvokeWithParameterObjectAsync<JsonElement>(
            "textDocument/diagnostic", new { textDocument = new { uri } }, stopping);
        return report.GetProperty("items").EnumerateArray()
            .Select(item => (
                item.GetProperty("code").GetString()!,
                item.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32() + 1))
            .ToList();
    }

    public async ValueTask DisposeAsync()
    {
        _rpc.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
