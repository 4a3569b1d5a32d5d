// finds: SMTP2001
// fixes: SMTP2001
// after: contains Or<SocketException>()
// after: contains 400 | / 100 == 4
using System;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MimeKit;
using Polly;

namespace Mixed.Endings
{
    public class Sender
    {
        readonly ISyncPolicy policy;

        public Sender()
        {
            policy = Policy
                .Handle<SmtpCommandException>() // refused
                .Or<SocketException>()          // not reached
                .WaitAndRetry(3, n => TimeSpan.FromMinutes(n * n));
        }

        public void Send(SmtpClient client, MimeMessage m)
        {
            policy.Execute(() => client.Send(m));
        }
    }
}
