using System.Buffers;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>What a client receives from a program that uses the SmtpServer package: SMTP4001 and SMTP4002 rest on it.</summary>
public sealed class SmtpServerFacts
{
    [Fact]
    public async Task An_exception_that_leaves_the_store_is_answered_with_554()
    {
        await using var server = MailServer.Start(new Store(static () => throw new IOException("disk full")));
        Assert.Equal([554], await server.RepliesAsync());
    }

    [Fact]
    public async Task A_response_that_the_store_throws_is_never_sent()
    {
        await using var server = MailServer.Start(
            new Store(static () => throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.Aborted))));
        Assert.Equal([MailServer.None], await server.RepliesAsync(TimeSpan.FromSeconds(2)));
    }

    [Theory]
    [InlineData(451, new[] { 451, 451, 451 })]
    [InlineData(450, new[] { 450, 450, 450 })]
    [InlineData(550, new[] { 550 })]
    [InlineData(554, new[] { 554 })]
    public async Task The_response_that_the_store_returns_reaches_the_client(int code, int[] replies)
    {
        await using var server = MailServer.Start(new Store(() => new SmtpResponse((SmtpReplyCode)code)));
        Assert.Equal(replies, await server.RepliesAsync());
    }

    [Fact]
    public async Task A_filter_that_says_no_is_answered_with_550()
    {
        await using var server = MailServer.Start(new Store(static () => SmtpResponse.Ok), new Filter(static () => false));
        Assert.Equal([550], await server.RepliesAsync());
    }

    [Fact]
    public async Task A_filter_can_throw_another_response()
    {
        await using var server = MailServer.Start(new Store(static () => SmtpResponse.Ok),
            new Filter(static () => throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.Aborted))));
        Assert.Equal([451, 451, 451], await server.RepliesAsync());
    }

    [Fact]
    public async Task Any_other_exception_of_a_filter_closes_the_connection_without_a_reply()
    {
        await using var server = MailServer.Start(new Store(static () => SmtpResponse.Ok),
            new Filter(static () => throw new TimeoutException()));
        Assert.Equal([0, 0, 0], await server.RepliesAsync());
    }

    [Fact]
    public void No_response_that_is_ready_is_temporary() => Assert.DoesNotContain(
        typeof(SmtpResponse).GetFields().Where(static field => field.IsStatic).Select(static field => (SmtpResponse)field.GetValue(null)!),
        static response => (int)response.ReplyCode is >= 400 and < 500);

    private sealed class Store(Func<SmtpResponse> answer) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }

    private sealed class Filter(Func<bool> accepts) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) => Task.FromResult(accepts());
    }
}
