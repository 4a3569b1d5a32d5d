using System.Buffers;
using SmtpAnalyzers.EndToEnd.Facts;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace SmtpAnalyzers.EndToEnd.Delivery;

/// <summary>What the servers that SMTP4xxx reports do to mail, and that the right ones do not: the storage fails once.</summary>
public sealed class ServerHarmTests
{
    [Theory]
    [InlineData(false, new[] { 554 }, 0)]
    [InlineData(true, new[] { 451, 250 }, 1)]
    public async Task A_store_that_answers_its_own_fault(bool right, int[] replies, int saved)
    {
        var disk = new Disk();
        await using var server = MailServer.Start(right ? new Right.SpoolStore(disk.SaveAsync) : new Wrong.SpoolStore(disk.SaveAsync));
        Assert.Equal(replies, await server.RepliesAsync());
        Assert.Equal(saved, disk.Saved);
    }

    [Theory]
    [InlineData(false, new[] { 554 }, 0)]
    [InlineData(true, new[] { 451, 250 }, 1)]
    public async Task A_store_that_lets_its_exceptions_out(bool right, int[] replies, int saved)
    {
        var disk = new Disk();
        await using var server = MailServer.Start(right ? new Right.OpenStore(disk.SaveAsync) : new Wrong.OpenStore(disk.SaveAsync));
        Assert.Equal(replies, await server.RepliesAsync());
        Assert.Equal(saved, disk.Saved);
    }

    [Theory]
    [InlineData(false, new[] { 550 }, 0)]
    [InlineData(true, new[] { 451, 250 }, 1)]
    public async Task A_filter_whose_directory_does_not_answer_once(bool right, int[] replies, int saved)
    {
        var (store, directory) = (new Kept(), new Disk(isDirectory: true));
        await using var server = right
            ? MailServer.Start(store, new Right.KnownMailboxes(directory.KnowsAsync))
            : MailServer.Start(store, new Wrong.KnownMailboxes(directory.KnowsAsync));
        Assert.Equal(replies, await server.RepliesAsync());
        Assert.Equal(saved, store.Count);
    }

    // The message itself cannot be read: that will not change, and the client must not try again.
    [Fact]
    public async Task A_message_that_cannot_be_read_is_refused_as_before()
    {
        await using var server = MailServer.Start(new Right.OpenStore(static _ => throw new FormatException()));
        Assert.Equal([554], await server.RepliesAsync());
    }

    private sealed class Disk(bool isDirectory = false)
    {
        private int _tries;

        public int Saved { get; private set; }

        public Task SaveAsync(byte[] message)
        {
            if (_tries++ == 0)
                throw new IOException("no space left on device");
            Saved++;
            return Task.CompletedTask;
        }

        public Task<bool> KnowsAsync(string user) =>
            isDirectory && _tries++ == 0 ? throw new TimeoutException() : Task.FromResult(true);
    }

    private sealed class Kept : MessageStore
    {
        public int Count { get; private set; }

        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(SmtpResponse.Ok);
        }
    }
}
