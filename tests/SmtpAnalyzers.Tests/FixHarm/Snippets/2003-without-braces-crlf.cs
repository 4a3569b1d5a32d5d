// finds: SMTP2003
// fixes: SMTP2003
using System;
using System.Collections.Generic;
using MailKit.Net.Smtp;
using MimeKit;

namespace Windows
{
    public class Program
    {
        public static void SendAll(Queue<MimeMessage> queue)
        {
            using (var client = new SmtpClient())
            {
                client.Connect("localhost", 25);

                while (queue.Count > 0)
                    try
                    {
                        client.Send(queue.Dequeue());
                    }
                    catch (Exception ex)
                    {
                        Console.Error.WriteLine(ex);
                    }
            }
        }
    }
}
