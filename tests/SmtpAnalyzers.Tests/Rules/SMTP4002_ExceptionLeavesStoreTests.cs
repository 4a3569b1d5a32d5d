using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP4002_ExceptionLeavesStoreTests
{
    private const string Caught = """
        catch (Exception ex) when (ex is not FormatException)
        {
            return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
        }
        """;

    private const string Refusing = "if (message is null) throw new SmtpResponseException(SmtpResponse.SizeLimitExceeded); ";

    public static readonly Cases Reported = new()
    {
        { "no try at all", "await spool.WriteAsync(message); return SmtpResponse.Ok;" },
        { "a file", "File.WriteAllBytes(\"mail\", buffer.ToArray()); await Task.Yield(); return SmtpResponse.Ok;" },
        { "a relay", "await client.SendAsync(message); return SmtpResponse.Ok;" },
        { "a delegate", "Func<Task> save = () => spool.WriteAsync(message); await save(); return SmtpResponse.Ok;" },
        { "only finally", "try { await spool.WriteAsync(message); return SmtpResponse.Ok; } finally { log.Info(\"done\"); }" },
        {
            "only a handler for what the client sent",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (FormatException)
            {
                return SmtpResponse.TransactionFailed;
            }
            """
        },
        {
            "logged and thrown on",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception ex)
            {
                log.Error(ex);
                throw;
            }
            """
        },
        {
            "beside a try",
            """
            try
            {
                message = MimeMessage.Load(new MemoryStream(buffer.ToArray()));
            }
            catch (Exception)
            {
                return SmtpResponse.TransactionFailed;
            }
            await spool.WriteAsync(message);
            return SmtpResponse.Ok;
            """
        },
    };

    public static readonly Cases Silent = new()
    {
        {
            "caught",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                return new SmtpResponse(SmtpReplyCode.Aborted);
            }
            """
        },
        {
            "caught around",
            """
            try
            {
                try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
                finally { log.Info("done"); }
            }
            catch
            {
                return new SmtpResponse(SmtpReplyCode.Aborted);
            }
            """
        },
        {
            "the temporary ones are caught",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (IOException)
            {
                return new SmtpResponse(SmtpReplyCode.Aborted);
            }
            """
        },
        {
            "nothing but the message is read",
            """
            var stream = new MemoryStream(buffer.ToArray());
            message = await MimeMessage.LoadAsync(stream, cancellationToken);
            return SmtpResponse.Ok;
            """
        },
        { "kept in memory", "await Task.Yield(); kept.Add(message); return SmtpResponse.Ok;" },
        { "only logged", "log.Info(\"a message\"); Console.WriteLine(\"a message\"); await Task.Yield(); return SmtpResponse.Ok;" },
        { "another store answers", "return await Default.SaveAsync(context, transaction, buffer, cancellationToken);" },
        { "a method that catches", "await Told(); return SmtpResponse.Ok;" },
        { "a method that answers", "return await Answer();" },
        {
            "work that is handed to a thread",
            """
            _ = Task.Run(async () => await spool.WriteAsync(message));
            await Task.Yield();
            return SmtpResponse.Ok;
            """
        },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "the whole body",
            "await spool.WriteAsync(message); return SmtpResponse.Ok;",
            Try("await spool.WriteAsync(message); return SmtpResponse.Ok;") + Caught
        },
        {
            "who throws the response has chosen it",
            Refusing + "await spool.WriteAsync(message); return SmtpResponse.Ok;",
            Try(Refusing + "await spool.WriteAsync(message); return SmtpResponse.Ok;")
                + Caught.Replace("FormatException", "(FormatException or SmtpResponseException)")
        },
    };

    private const string More = """

        partial class Store
        {
            List<object> kept = new List<object>();

            async Task Told()
            {
                try
                {
                    await spool.WriteAsync("told");
                }
                catch (Exception ex)
                {
                    log.Error(ex);
                }
            }

            public async Task SaveAsync(MimeMessage other) => await spool.WriteAsync(other);

            async Task<SmtpResponse> Answer() { await spool.WriteAsync(message); return SmtpResponse.Ok; }
        }
        """;

    [Theory, MemberData(nameof(Reported))]
    public Task In_a_store(string body) => ServerVerifier.File(Marked(body));

    [Theory, MemberData(nameof(Silent))]
    public Task Not_in_a_store(string body) => ServerVerifier.File(ServerVerifier.InStore(body) + More);

    [Theory, MemberData(nameof(Fixes))]
    public Task Fixed(string wrong, string right) => ServerVerifier.Fix(Marked(wrong), ServerVerifier.InStore(right) + More);

    [Fact]
    public Task Fixed_on_lines() => ServerVerifier.Fix(
        Marked("""
                    // The spool knows its own.
                    await spool.WriteAsync(message);

                    return SmtpResponse.Ok; // Taken.
            """),
        ServerVerifier.InStore("""
                    try
                    {
                        // The spool knows its own.
                        await spool.WriteAsync(message);

                        return SmtpResponse.Ok; // Taken.
                    }
                    catch (Exception ex) when (ex is not FormatException)
                    {
                        return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
                    }
            """) + More);

    [Fact]
    public Task Fixed_before_patterns() => ServerVerifier.Fix(
        Marked("await spool.WriteAsync(message); return SmtpResponse.Ok;"),
        ServerVerifier.InStore(Try("await spool.WriteAsync(message); return SmtpResponse.Ok;")
            + Caught.Replace("ex is not FormatException", "!(ex is FormatException)")) + More,
        LanguageVersion.CSharp8);

    [Fact]
    public Task An_expression_body() => ServerVerifier.Fix(
        Expression(" => await save() ? SmtpResponse.Ok : SmtpResponse.MailboxUnavailable;").Replace("SaveAsync", "{|SMTP4002:SaveAsync|}"),
        Expression("""

                {
                    try
                    {
                        return await save() ? SmtpResponse.Ok : SmtpResponse.MailboxUnavailable;
                    }
                    catch (Exception ex) when (ex is not FormatException)
                    {
                        return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
                    }
                }
            """));

    // The task that is returned may fail later, which no handler in this method would see.
    [Fact]
    public Task No_fix_where_nothing_is_awaited()
    {
        var source = Expression(" { File.Delete(\"old\"); return Task.FromResult(SmtpResponse.Ok); }")
            .Replace("async ", "").Replace("SaveAsync", "{|SMTP4002:SaveAsync|}");
        return ServerVerifier.Fix(source, source);
    }

    [Fact]
    public Task No_fix_around_directives()
    {
        var source = Marked("""
                    #region spool
                    await spool.WriteAsync(message);
                    #endregion
                    return SmtpResponse.Ok;
            """);
        return ServerVerifier.Fix(source, source);
    }

    // The body stays on its line.
    private static string Try(string body) => $"try\n{{\n    {body}\n}}\n";

    private static string Expression(string body) => $$"""
        using System;
        using System.Buffers;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using SmtpServer;
        using SmtpServer.Protocol;
        using SmtpServer.Storage;

        class Store : MessageStore
        {
            Func<Task<bool>> save;

            public override async Task<SmtpResponse> SaveAsync(
                ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token){{body}}
        }
        """;

    private static string Marked(string body) =>
        ServerVerifier.InStore(body).Replace("Task<SmtpResponse> SaveAsync", "Task<SmtpResponse> {|SMTP4002:SaveAsync|}") + More;
}
