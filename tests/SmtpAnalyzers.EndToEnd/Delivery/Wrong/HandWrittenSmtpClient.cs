using System.IO;
using System.Net.Sockets;

namespace SmtpAnalyzers.EndToEnd.Delivery.Wrong
{
    public sealed class HandWrittenSmtpClient
    {
        private readonly string host;
        private readonly int port;
        private StreamReader reader;
        private StreamWriter writer;

        public HandWrittenSmtpClient(string host, int port)
        {
            this.host = host;
            this.port = port;
        }

        public bool Send(string from, string to, string text)
        {
            using (var client = new TcpClient(host, port))
            {
                reader = new StreamReader(client.GetStream());
                writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
                try
                {
                    Command(null, 220);
                    Command("HELO me.example.test", 250);
                    Command("MAIL FROM:<" + from + ">", 250);
                    Command("RCPT TO:<" + to + ">", 25);
                    Command("DATA", 354);
                    writer.WriteLine(text);
                    Command(".", 250);
                    Command("QUIT", 221);
                    return true;
                }
                catch (IOException)
                {
                    return false;
                }
            }
        }

        private void Command(string line, int expected)
        {
            if (line != null)
                writer.WriteLine(line);
            var reply = reader.ReadLine();
            if (reply == null || !reply.StartsWith(expected.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                throw new IOException("Expected " + expected + ", got " + reply);
        }
    }
}
