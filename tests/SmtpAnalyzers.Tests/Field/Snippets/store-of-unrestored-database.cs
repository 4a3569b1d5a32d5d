using System.Buffers;
using Contoso.Tables; // not restored
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

public class MailTables : TableContext
{
    public TableSet<byte[]> Mails { get; set; }
}

// It is saved at once, by a method that is not known.
public class TableStore(MailTables tables) : MessageStore
{
    public override Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
    {
        try
        {
            tables.Mails.Add(buffer.ToArray());
            tables.SaveChanges();
            return Task.FromResult(SmtpResponse.Ok);
        }
        catch (Exception)
        {
            return Task.FromResult(SmtpResponse.TransactionFailed); // finds: SMTP4001
        }
    }
}

public class OpenTableStore(TableSession session) : MessageStore
{
    public override Task<SmtpResponse> SaveAsync( // finds: SMTP4002
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
    {
        session.Execute("insert", buffer.ToArray());
        return Task.FromResult(SmtpResponse.Ok);
    }
}

// It is kept in memory, and logged.
public class MemoryStore(TableLog log, TableList list) : MessageStore
{
    public override Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
    {
        try
        {
            list.Add(TableText.Parse(buffer.ToArray()));
            log.LogInformation("a message");
            return Task.FromResult(SmtpResponse.Ok);
        }
        catch (Exception)
        {
            return Task.FromResult(SmtpResponse.TransactionFailed);
        }
    }
}
