// finds: SMTP1003
// fixes: SMTP1003
// after: contains 334
using System;
using System.IO;
using System.Text;

namespace Hand.Smtp
{
    public class SmtpAuth
    {
        private readonly StreamReader input;
        private readonly StreamWriter output;
        public SmtpAuth(StreamReader input, StreamWriter output) { this.input = input; this.output = output; }

        public bool Login(string user, string password)
        {
            int replyCode = Command("AUTH LOGIN");
            if (replyCode != 250) throw new IOException("no such mechanism"); // plain SMTP
            Command(Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
            return Command(Convert.ToBase64String(Encoding.UTF8.GetBytes(password))) / 100 == 2;
        }

        private int Command(string line)
        {
            output.WriteLine(line);
            output.Flush();
            return int.Parse(input.ReadLine()!.Substring(0, 3));
        }
    }
}
