// A command of a server written by hand: a client never replies, so what is replied is the server's answer.
using Mail.Smtp.Protocol;

namespace Mail.Smtp
{
    public enum SmtpReplyCode { Ok = 250, Aborted = 451, MailboxUnavailable = 550, TransactionFailed = 554 }

    public class SmtpResponse(SmtpReplyCode code, string text)
    {
        public SmtpReplyCode Code => code;
        public string Text => text;
    }

    public class DataCommand(Func<Session, Task<string>> deliver)
    {
        public async Task ExecuteAsync(Session context)
        {
            try
            {
                var id = await deliver(context);
                await context.Stream.ReplyAsync(new SmtpResponse(SmtpReplyCode.Ok, id));
            }
            catch (Exception)
            {
                await context.Stream.ReplyAsync(new SmtpResponse(SmtpReplyCode.TransactionFailed, "failed")); // finds: SMTP4001
            }
        }

        public async Task ExecuteRightlyAsync(Session context)
        {
            try
            {
                var id = await deliver(context);
                await context.Stream.ReplyAsync(new SmtpResponse(SmtpReplyCode.Ok, id));
            }
            catch (Exception)
            {
                await context.Stream.ReplyAsync(new SmtpResponse(SmtpReplyCode.Aborted, "try again later"));
            }
        }
    }
}
